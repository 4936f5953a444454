"""Rules P, badly and well written."""

from tests.authoring.rules.case import FILES, Case

PLAIN = "The virus sleeps in the body. It wakes up when the body is weak. Then it can harm the brain.\n\n" * 8
DENSE = (
    "Immunological deterioration facilitates uncontrolled neurological dissemination of previously inconsequential "
    "polyomaviruses, necessitating comprehensive multidisciplinary investigation.\n\n"
)
LLANO = "El virus duerme en el cuerpo. Se despierta si el cuerpo está mal. Así daña al que lo lleva.\n\n" * 8
DENSO = (
    "La inmunodepresión farmacológicamente condicionada posibilita la reactivación incontrolada del poliomavirus "
    "anteriormente inofensivo, requiriendo investigaciones multidisciplinarias extraordinariamente pormenorizadas.\n\n"
)
LONG = " ".join(["word"] * 25)

CASES = (
    Case(code="P01", bad=DENSE * 9, at="Immunological", good=PLAIN),
    Case(code="P01", bad=DENSO * 9, at="La inmunodepresión", good=LLANO, language="es"),
    Case(code="P02", bad=f"Short.\n\nA {LONG}.\n", at="A word", good=f"{LONG.capitalize()}.\n"),
    Case(code="P02", bad=f"These help:\n\n- rest\n- a {LONG}\n", at="- a word", good=f"- rest\n- {LONG}\n"),
    Case(
        code="P03",
        bad="It is so. " * 30,
        at="It is so.",
        good="\n\n".join(["It is so. " * 10] * 3),
    ),
    Case(
        code="P04",
        bad="The virus harms myelin in the brain.\n",
        at="harms myelin",
        good="The virus harms [myelin](glossary:myelin) in the brain. Without myelin the nerves are slow.\n",
        files={"library.toml": FILES["library.toml"].replace("[[authors]]", 'hard_words = ["myelin"]\n[[authors]]')},
    ),
    Case(
        code="P04",
        bad="It can bring aphasia and weakness.\n",
        at="aphasia",
        good="It can bring aphasia (trouble with words). This loss of balance is called ataxia.\n",
    ),
    Case(code="P06", bad="Rest prior to the test.\n", at="prior to", good="Rest before the test.\n"),
    Case(code="P07", bad="PML sufferers need help.\n", at="sufferers", good="People with PML need help.\n"),
)
