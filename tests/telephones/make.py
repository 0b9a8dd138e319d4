"""Writes numbers.csv: telephone numbers and what libphonenumber dials for each, by its port to Python.

    pip install phonenumbers && python3 make.py > numbers.csv

Each line is a number as it may be written, and all that it may dial: in France, a number is that of one of nine regions, and of
some libphonenumber does not say which. Numbers that it does not hold valid are left out. The numbers are spread evenly over each
plan, and always the same."""

import phonenumbers as p

FRANCE = ["FR", "RE", "YT", "GP", "MF", "BL", "GF", "MQ", "PM"]
ENDS = ["00000", "01234", "31234", "61234", "99999"]


def dialled(text, region):
    try:
        number = p.parse(text, region)
    except p.NumberParseException:
        return None
    valid = p.is_valid_number(number)
    return p.format_number(number, p.PhoneNumberFormat.E164) if valid else None


def french():
    """For each beginning of three digits, the first of its numbers that each set of regions has."""
    for begins in range(100, 1000):
        seen = set()
        numbers = [f"0{begins}{fourth}{end}" for fourth in range(10) for end in ENDS]
        # Of 02 and 05, the pattern of the mainland takes in whole what it gives to territories elsewhere.
        elsewhere = any(dialled(text, region) for text in numbers for region in FRANCE[1:])
        regions = FRANCE[1:] if elsewhere and str(begins)[0] in "25" else FRANCE
        for text in numbers:
            found = sorted({dialled(text, region) for region in regions} - {None})
            key = tuple(number[:4] for number in found)
            if found and key not in seen:
                seen.add(key)
                yield text, found


def foreign():
    """Of each region and each kind of number, the example; and numbers of each length that begin with each two digits."""
    for region in sorted(p.SUPPORTED_REGIONS):
        code = p.country_code_for_region(region)
        for kind in range(11):
            example = p.example_number_for_type(region, kind)
            if example is not None:
                yield written(example)
    for code in sorted(p.COUNTRY_CODE_TO_REGION_CODE):
        lengths = range(4, 16 - len(str(code)))
        for length in lengths:
            for begins in range(length % 9, 100, 9):
                national = f"{begins:02}{'2345678901234'[: length - 2]}"
                found = dialled(f"+{code} {national}", None)
                # Some that are written as they are dialled inside a country are completed, or lose the prefix of a carrier.
                if found in (f"+{code}{national}", f"+{code}{national.removeprefix('0')}"):
                    yield f"+{code} {national}", [found]


def written(number):
    text = p.format_number(number, p.PhoneNumberFormat.INTERNATIONAL)
    # With the zero that is dialled inside the country alone, as people write it.
    region = p.region_code_for_number(number)
    if number.national_number % 3 == 0 and p.ndd_prefix_for_region(region, True) == "0":
        text = text.replace(" ", " (0)", 1)
    return text, [p.format_number(number, p.PhoneNumberFormat.E164)]


if __name__ == "__main__":
    print(f"# phonenumbers {p.__version__}")
    lines = {f"{text},{' '.join(found)}" for text, found in [*french(), *foreign()]}
    print("\n".join(sorted(lines)))
