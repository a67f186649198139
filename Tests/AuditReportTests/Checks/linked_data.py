"""The linked data parses, and each ClaimReview has what search engines ask for, with addresses that exist in the page."""
import json
import re

REQUIRED = ("claimReviewed", "reviewRating", "url", "author", "datePublished", "itemReviewed")


def review_problems(review, ids):
    name = review.get("url")
    yield from (f"{name}: no {key}" for key in REQUIRED if not review.get(key))
    rating = review.get("reviewRating", {})
    if not rating.get("alternateName"):
        yield f"{name}: a rating without a name"
    if "ratingValue" in rating and not rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]:
        yield f"{name}: a rating outside its scale"
    item = review.get("itemReviewed", {})
    if item.get("@type") != "Claim" or not item.get("appearance"):
        yield f"{name}: what is reviewed is no Claim with an appearance"
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", review.get("datePublished", "")):
        yield f"{name}: datePublished is no date"
    if ids is not None and review.get("url", "").partition("#")[2] not in ids:
        yield f"{name}: leads nowhere in the page"


def problems(browser, path):
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonld":
        feed = json.loads(source)
        if feed.get("@type") != "DataFeed" or not feed["dataFeedElement"]:
            yield "no DataFeed with elements"
        for review in feed["dataFeedElement"]:
            yield from review_problems(review, None)
        return
    ids = set(re.findall(r'\sid="([^"]+)"', source))
    for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', source, re.S):
        data = json.loads(block)
        graph = data.get("@graph", [data])
        things = {thing["@id"]: thing for thing in graph if "@id" in thing}
        for review in graph:
            if review.get("@type") == "ClaimReview":
                # What the graph names once is looked up where it is meant.
                review["author"] = things.get(review["author"]["@id"])
                speaker = review["itemReviewed"].get("author", {})
                if "@id" in speaker and speaker["@id"] not in things:
                    yield f"{review.get('url')}: nobody is {speaker['@id']}"
                review["itemReviewed"]["appearance"] = things.get(review["itemReviewed"]["appearance"]["@id"])
                yield from review_problems(review, ids)
