"""Checks PDFs with readers we did not write: `seal <pdf> <authority.pem>` and `pages <pdf>`; answers in JSON."""
import ctypes
import json
import logging
import sys

SCALE = 2
DARK = 170


def check_seal(pdf_path, authority_path):
    from pyhanko.keys import load_cert_from_pemder
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    logging.disable(logging.CRITICAL)
    with open(pdf_path, "rb") as file:
        reader = PdfFileReader(file)
        (signature,) = reader.embedded_signatures
        context = ValidationContext(trust_roots=[load_cert_from_pemder(authority_path)], allow_fetching=False)
        status = validate_pdf_signature(signature, context)
        return {
            "field": signature.field_name,
            "subfilter": str(signature.sig_object["/SubFilter"]),
            "intact": status.intact,
            "valid": status.valid,
            "trusted": status.trusted,
            "coverage": status.coverage.name,
            "signer": status.signing_cert.subject.native["common_name"],
        }


def check_pages(pdf_path):
    import pypdfium2
    import pypdfium2.raw as raw

    def check(page):
        height = page.get_height()
        bitmap = page.render(scale=SCALE, may_draw_forms=True)
        pixels, stride, step = bytes(bitmap.buffer), bitmap.stride, bitmap.n_channels
        text_page = page.get_textpage()
        count = text_page.count_chars()

        def inked(index):
            left, right, bottom, top = (ctypes.c_double() for _ in range(4))
            raw.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
            columns = range(int(left.value * SCALE), min(int(right.value * SCALE) + 1, bitmap.width))
            for y in range(int((height - top.value) * SCALE), min(int((height - bottom.value) * SCALE) + 1, bitmap.height)):
                for x in columns:
                    at = y * stride + x * step
                    if min(pixels[at : at + 3]) < DARK:
                        return True
            return False

        visible = [i for i in range(count) if not chr(raw.FPDFText_GetUnicode(text_page, i)).isspace()]
        red = sum(
            1
            for at in range(0, len(pixels) - 2, step * 4)
            if pixels[at + 2] > 180 and pixels[at] < 90 and pixels[at + 1] < 90
        )
        return {
            "text": text_page.get_text_range(),
            "characters": len(visible),
            "blankCharacters": sum(1 for i in visible if not inked(i)),
            "redShare": red * 4 / (bitmap.width * bitmap.height),
        }

    document = pypdfium2.PdfDocument(pdf_path)
    document.init_forms()
    return [check(page) for page in document]


if __name__ == "__main__":
    checks = {"seal": check_seal, "pages": check_pages}
    json.dump(checks[sys.argv[1]](*sys.argv[2:]), sys.stdout, ensure_ascii=False)
