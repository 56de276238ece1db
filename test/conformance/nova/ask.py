"""Asks Nova what it makes of image properties.

Reads one JSON object of properties a line, as Glance would hand it over, and answers with one word a line:
`read`, `rejected` (the API answers 400) or `fails` (the API answers 500). The steps are those of
nova.compute.api: the image service turns two properties into JSON, then ImageMeta.from_dict parses them all.
"""
import json
import sys
import warnings

warnings.simplefilter('ignore')

from nova import exception  # noqa: E402
from nova import objects  # noqa: E402
from nova.image import glance  # noqa: E402

objects.register_all()


def answer(properties):
    try:
        image = glance._convert_from_string({'properties': properties})
    except Exception:
        return 'fails'
    try:
        objects.ImageMeta.from_dict(image)
    except (ValueError, TypeError, exception.Invalid):
        return 'rejected'
    except Exception as error:
        return 'fails: %r' % error
    return 'read'


for line in sys.stdin:
    print(answer(json.loads(line)), flush=False)
