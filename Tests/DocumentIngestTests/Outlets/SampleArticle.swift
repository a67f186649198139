import Testing

/// An article of our own about towns and people that do not exist.
struct SampleArticle: CustomTestStringConvertible {
  var title: String
  var author: String
  var place: String
  var paragraphs: [String]

  var testDescription: String { title }

  static let all: [SampleArticle] = [
    SampleArticle(
      title: "Jembatan Gantung Sungai Lirik Dibuka Lagi Setelah Banjir",
      author: "Mira Tanjung",
      place: "Lirik",
      paragraphs: [
        "Pemerintah Kota Lirik membuka kembali jembatan gantung yang ditutup sejak Januari, Senin pagi.",
        "\"Jembatan ini sudah aman dan boleh dilewati kendaraan kecil,\" ujar Kepala Dinas Sutan Rimbo.",
        "Menurut Sutan, perbaikan itu menelan biaya Rp2,3 miliar dan memakan waktu empat bulan.",
        "Warga menyambut pembukaan itu dengan arak-arakan sampai ke pasar di seberang sungai.",
        "Pedagang bernama Wati Lembayung mengatakan kiosnya sepi selama jembatan ditutup.",
        "\"Sekarang pembeli datang lagi,\" katanya.",
      ]
    ),
    SampleArticle(
      title: "Harga Cabai di Pasar Mandau Turun Dua Pekan Berturut-turut",
      author: "Rangga Pelita",
      place: "Mandau",
      paragraphs: [
        "Harga cabai merah di Pasar Mandau turun menjadi Rp38.000 per kilogram pada Rabu siang.",
        "Kepala pasar Joko Merapi menilai pasokan dari desa-desa di lereng utara mulai lancar.",
        "\"Dua pekan lalu harganya masih Rp61.000,\" kata Joko saat ditemui di kantornya.",
        "Ia menambahkan bahwa hujan yang berkurang membuat petani dapat memanen setiap hari.",
        "Dinas Perdagangan Mandau mencatat penurunan serupa pada bawang merah dan tomat.",
        "Meski begitu, pedagang berharap harga tidak turun lebih jauh agar petani tidak merugi.",
      ]
    ),
    SampleArticle(
      title: "Klub Bola Voli Putri Arunika Juara Piala Gubernur",
      author: "Sekar Wening",
      place: "Arunika",
      paragraphs: [
        "Klub bola voli putri Arunika merebut Piala Gubernur setelah menang 3-1 atas Tirta Kencana.",
        "Pertandingan final di Gedung Olahraga Samudra itu disaksikan sekitar dua ribu penonton.",
        "Pelatih Dewi Kalingga memuji ketenangan para pemain muda pada set keempat.",
        "\"Mereka tidak panik ketika tertinggal lima angka,\" ucap Dewi seusai laga.",
        "Kapten tim Laras Umbara mencetak 22 angka dan dinobatkan sebagai pemain terbaik.",
        "Arunika akan mewakili provinsi dalam kejuaraan antardaerah pada bulan September.",
      ]
    ),
    SampleArticle(
      title: "Sekolah di Pulau Serasan Dapat Listrik Tenaga Surya",
      author: "Bima Langit",
      place: "Serasan",
      paragraphs: [
        "Tiga sekolah dasar di Pulau Serasan kini memakai listrik tenaga surya sepanjang hari.",
        "Panel berdaya 12 kilowatt dipasang di atap ruang kelas dengan bantuan warga setempat.",
        "Kepala sekolah Nurul Samudera mengungkapkan murid dapat memakai komputer sejak pagi.",
        "\"Dulu kami hanya punya genset yang menyala dua jam,\" tuturnya.",
        "Dinas Pendidikan berencana memasang panel yang sama di sebelas sekolah lain tahun depan.",
        "Biaya pemeliharaan ditanggung koperasi desa dari hasil penjualan ikan kering.",
      ]
    ),
    SampleArticle(
      title: "Museum Kota Halimun Pamerkan Peta Laut Abad Ke-18",
      author: "Intan Puspa",
      place: "Halimun",
      paragraphs: [
        "Museum Kota Halimun memamerkan empat puluh peta laut dari abad ke-18 hingga akhir bulan.",
        "Kurator Galih Anggana menjelaskan peta itu ditemukan di loteng kantor pelabuhan lama.",
        "Sebagian peta menunjukkan teluk yang sekarang sudah menjadi daratan.",
        "\"Garis pantainya bergeser hampir dua kilometer,\" ujar Galih.",
        "Pengunjung dapat membandingkan peta lama dengan citra satelit pada layar besar.",
        "Pameran dibuka setiap hari kecuali Senin dan tidak dipungut biaya.",
      ]
    ),
  ]
}
