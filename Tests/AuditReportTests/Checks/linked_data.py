"""The linked data parses, and each ClaimReview has what search engines ask for, with addresses that exist in the page."""
import json
import re

from browser import PAGES, finish

REQUIRED = ("claimReviewed", "reviewRating", "url", "author", "datePublished", "itemReviewed")

problems = []
for path in PAGES:
    source = path.read_text(encoding="utf-8")
    ids = set(re.findall(r'\sid="([^"]+)"', source))
    for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', source, re.S):
        data = json.loads(block)
        for review in data.get("@graph", [data]):
            if review.get("@type") != "ClaimReview":
                continue
            name = f"{path.name} {review.get('url')}"
            problems += [f"{name}: no {key}" for key in REQUIRED if not review.get(key)]
            rating = review.get("reviewRating", {})
            if not rating.get("alternateName"):
                problems.append(f"{name}: a rating without a name")
            if "ratingValue" in rating and not rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]:
                problems.append(f"{name}: a rating outside its scale")
            item = review.get("itemReviewed", {})
            if item.get("@type") != "Claim" or not item.get("appearance"):
                problems.append(f"{name}: what is reviewed is no Claim with an appearance")
            if not re.fullmatch(r"\d{4}-\d\d-\d\d", review.get("datePublished", "")):
                problems.append(f"{name}: datePublished is no date")
            if review.get("url", "").partition("#")[2] not in ids:
                problems.append(f"{name}: leads nowhere in the page")
finish(problems)
