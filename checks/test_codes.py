"""Codes to take home are read by zbar and by zxing-cpp, off the screen and off paper, in five scripts."""
# needs: zbarimg=zbar-tools pdftoppm=poppler-utils

import subprocess
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from pmlapp.library.take_home import LEAST_PX, QUIET, Code, TakeHome, codes
from pmlapp.reading.keeping.code_picture import code_image

# The first article of the Universal Declaration of Human Rights, as the United Nations give it in each language.
ARTICLE_1 = {
    "es": (
        "Todos los seres humanos nacen libres e iguales en dignidad y derechos",
        "y, dotados como están de razón y conciencia, deben comportarse fraternalmente los unos con los otros.",
    ),
    "de": (
        "Alle Menschen sind frei und gleich an Würde und Rechten geboren.",
        "Sie sind mit Vernunft und Gewissen begabt und sollen einander im Geist der Brüderlichkeit begegnen.",
    ),
    "ar": (
        "يولد جميع الناس أحراراً متساوين في الكرامة والحقوق.",
        "وقد وهبوا عقلاً وضميراً وعليهم أن يعامل بعضهم بعضاً بروح الإخاء.",
    ),
    "hi": (
        "सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है।",
        "उन्हें बुद्धि और अन्तरात्मा की देन प्राप्त है और परस्पर उन्हें भाईचारे के भाव से बर्ताव करना चाहिए।",
    ),
    "zh": ("人人生而自由，在尊严和权利上一律平等。", "他们赋有理性和良心，并应以兄弟关系的精神相对待。"),
}
ROOMS_PX = (420, 528, 720)
"""Of a code on the screen: at 800 x 600, beside its words, and filling a large window."""
PAPER_MM = 90
"""Of a printed code of any size: the least module is then 0.8 mm."""
DOTS_PER_INCH = (150, 200, 300)
TWO = "{title} ({number} of 2)"


@pytest.fixture(scope="module", autouse=True)
def _application() -> QGuiApplication:
    return QGuiApplication([])


def made(language: str, room: int) -> tuple[Code, ...]:
    taken = TakeHome("1", ARTICLE_1[language], ("555 0100",))
    return codes(taken, room_px=room, numbered=TWO)


def read_both(picture: Path) -> tuple[str, str]:
    """What zbar and zxing-cpp read in a picture."""
    command = ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", str(picture)]
    by_zbar = subprocess.run(command, check=True, capture_output=True).stdout.decode().rstrip("\n")
    image = QImage(str(picture)).convertToFormat(QImage.Format.Format_Grayscale8)
    rows = memoryview(image.constBits()).cast("B", (image.height(), image.bytesPerLine()))
    (found,) = zxingcpp.read_barcodes(rows)
    return by_zbar, found.text


@pytest.mark.parametrize("room", ROOMS_PX)
@pytest.mark.parametrize("language", ARTICLE_1)
def test_a_code_is_read_off_the_screen(language: str, room: int, tmp_path: Path) -> None:
    for code in made(language, room):
        side = (code.modules + 2 * QUIET) * LEAST_PX
        assert side <= room
        picture = tmp_path / "screen.png"
        code_image(code).scaled(side, side).save(str(picture))
        assert read_both(picture) == (code.text, code.text)


@pytest.mark.parametrize("dots", DOTS_PER_INCH)
@pytest.mark.parametrize("language", ARTICLE_1)
def test_a_code_is_read_off_paper(language: str, dots: int, tmp_path: Path) -> None:
    for code in made(language, 720):
        sheet = tmp_path / "sheet.pdf"
        writer = QPdfWriter(str(sheet))
        writer.setPageLayout(
            QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
        )
        painter = QPainter(writer)
        px = writer.logicalDpiX() / 25.4
        painter.drawImage(QRectF(20 * px, 30 * px, PAPER_MM * px, PAPER_MM * px), code_image(code))
        painter.end()
        subprocess.run(["pdftoppm", "-r", str(dots), "-png", "-singlefile", sheet, tmp_path / "scan"], check=True)
        assert read_both(tmp_path / "scan.png") == (code.text, code.text)
