"""Rules M about reviews, badly and well kept; the text is the same, so each bad case has its own good one."""

from tests.authoring.rules.case import FILES, TEXT_SHA256, Case

REVIEWS = "../../reviews/en/causes/what.yaml"
POLICY = "../../library.toml"
AI = {"library.toml": FILES["library.toml"].replace('ai_assistance = "no"', 'ai_assistance = "yes"')}


def sign_off(signed_on: str = "2026-06-01", next_due: str = "2027-06-01", sha256: str = TEXT_SHA256) -> str:
    return f"""- kind: editorial
  reviewer: A. Reviewer
  role: editor
  credentials: none
  interests: none
  evidence: the sources it cites
  signed_on: {signed_on}
  next_due: {next_due}
  text_sha256: {sha256}
"""


POLICIES = '[policy]\nrelease = "sources-checked"\n'

CASES = (
    Case(
        code="M04",
        bad="Text.\n",
        at="---",
        good="Text.\n",
        files={POLICY: POLICIES},
        good_files={POLICY: POLICIES, REVIEWS: sign_off()},
    ),
    Case(
        code="M04",
        bad="Text.\n",
        at="---",
        good="Text.\n",
        files={POLICY: POLICIES, REVIEWS: sign_off(sha256="1" * 64)},
        good_files={POLICY: POLICIES, REVIEWS: sign_off()},
    ),
    Case(
        code="M05",
        bad="Text.\n",
        at="---",
        good="Text.\n",
        files={REVIEWS: sign_off("2025-06-01", "2026-06-01")},
        good_files={REVIEWS: sign_off()},
    ),
    Case(
        code="M05",
        bad="Text.\n",
        at="---",
        good="Text.\n",
        files={REVIEWS: sign_off("2026-11-22", "2027-01-01")},
        good_files={REVIEWS: sign_off("2026-11-21", "2027-11-21")},
    ),
    Case(
        code="M05",
        bad="Text.\n",
        at="---",
        good="Text.\n",
        files={REVIEWS: sign_off("2026-06-01", "2028-06-01")},
        good_files={REVIEWS: sign_off("2026-06-01", "2027-06-01")},
    ),
    Case(
        code="M05",
        bad="Text.\n",
        bad_front={"review_cycle_months": "often"},
        at="review_cycle_months",
        good="Text.\n",
        good_front={"review_cycle_months": "36"},
    ),
    Case(code="M09", bad="Text.\n", at="---", good="Text.\n", files=AI, good_files={**AI, REVIEWS: sign_off()}),
    Case(
        code="M09",
        bad="Text.\n",
        bad_front={"ai_assistance": "perhaps"},
        at="ai_assistance",
        good="Text.\n",
        good_front={"ai_assistance": '"no"'},
    ),
    Case(
        code="M10",
        bad="Text.\n",
        at="---",
        good="Text.\n",
        files={REVIEWS: sign_off("2026-01-01", "2027-01-01")},
        good_files={REVIEWS: sign_off()},
    ),
)
