"""The palette keeps WCAG's contrast where axe cannot look: text of charts, up to three tints over each other, what is lit."""
import re

from browser import open_page

VERDICTS = ("right", "mostlyright", "mixed", "mostlywrong", "wrong", "open", "none")
VALUE = "name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim()"


def luminance(colour):
    parts = [c / 255 / 12.92 if c / 255 <= 0.03928 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def over(colour, ground, share):
    return [c * share + g * (1 - share) for c, g in zip(colour, ground)]


def pairs(colour, tint, lit):
    """Each text on each ground it stands on, as a name and two colours."""
    for text in ("ink", "soft", "link", *VERDICTS):
        for ground in ("paper", "panel"):
            yield f"{text} on {ground}", colour[text], colour[ground]
    for name in VERDICTS:
        once = over(colour[name], colour["paper"], tint)
        twice = over(colour[name], once, tint)
        thrice = over(colour[name], twice, tint)
        yield f"ink on three tints of {name}", colour["ink"], thrice
        yield f"ink on {name} lit over three tints", colour["ink"], over(colour[name], thrice, lit)
        yield f"the reference of {name} on two tints", colour[name], twice
        yield f"ink on the deepest cell of {name}", colour["ink"], over(colour[name], colour["paper"], 0.28)


def problems(browser, path):
    with open_page(browser, path) as page:
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            read = lambda name: page.evaluate(VALUE, name)
            names = ("ink", "soft", "link", "paper", "panel", *VERDICTS)
            colour = {name: [int(part, 16) for part in re.findall(r"[0-9a-f]{2}", read(name))] for name in names}
            tint, lit = (int(read(name).rstrip("%")) / 100 for name in ("tint", "sel"))
            for name, text, ground in pairs(colour, tint, lit):
                if contrast(text, ground) < 4.5:
                    yield f"{scheme}: {name}: {contrast(text, ground):.2f}"
