/// A map from forms to values for hot paths: a form is a good hash already, so none is computed.
struct FormMap<Value: Sendable>: Sendable {
  /// Open addressing, a power of two slots, at most half of them taken; form 0 marks a free one.
  private var forms: [UInt64]
  private var values: [Value]
  private let none: Value
  /// How many forms it holds.
  private(set) var count = 0

  /// Makes a map in which every form has the value `none`.
  init(_ none: Value, capacity: Int = 64) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    self.none = none
    forms = [UInt64](repeating: 0, count: size)
    values = [Value](repeating: none, count: size)
  }

  /// The value of a form.
  subscript(form: Form) -> Value {
    @inline(__always) get {
      let slot = slot(of: form)
      return forms[slot] == 0 ? none : values[slot]
    }
    set { update(form) { $0 = newValue } }
  }

  /// Changes the value of a form, which is put in if it is not there.
  @inline(__always)
  mutating func update(_ form: Form, _ change: (inout Value) -> Void) {
    var place = slot(of: form)
    if forms[place] == 0 {
      if count * 2 >= forms.count {
        grow()
        place = slot(of: form)
      }
      forms[place] = form.rawValue
      count += 1
    }
    change(&values[place])
  }

  /// Where a form stands, or would.
  @inline(__always)
  private func slot(of form: Form) -> Int {
    let mask = forms.count - 1
    var slot = Int(truncatingIfNeeded: form.rawValue) & mask
    while forms[slot] != form.rawValue, forms[slot] != 0 { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldForms, oldValues) = (forms, values)
    forms = [UInt64](repeating: 0, count: oldForms.count * 2)
    values = [Value](repeating: none, count: oldForms.count * 2)
    for (form, value) in zip(oldForms, oldValues) where form != 0 {
      let place = slot(of: Form(rawValue: form))
      forms[place] = form
      values[place] = value
    }
  }
}
