"""ProtectedWords that people ask any health library about: one that lacks them has no answer, instead of a near one."""

from typing import Final

from pmlapp.library.search.letters import reduced

# Not a list of what exists, only of what is asked for most.  Without it a small library would take
# "rabies" for "babies" and "gout" for "out", and show a page on strokes for "heart attack".
_ENGLISH: Final = """
abscess, acid reflux, acne, addiction, ADHD, alcoholism, allergy, allergies, alopecia, Alzheimer, Alzheimers, amnesia,
anaemia, anaphylaxis, aneurysm, angina, anorexia, anthrax, appendicitis, arrhythmia, arthritis, asbestosis, asthma,
athletes foot, atrial fibrillation, autism, back pain, bad breath, bedwetting, bipolar, bird flu, bladder infection,
blood clot, botulism, brain tumour, breast cancer, broken arm, broken bone, broken hip, broken leg, broken wrist,
bronchitis, bulimia, bunion, bursitis, carpal tunnel, cataract, cataracts, celiac, cellulitis, chickenpox, chicken pox,
chlamydia, cholera, cirrhosis, cleft lip, cold sore, colic, colitis, common cold, concussion, conjunctivitis,
constipation, COPD, coronavirus, COVID, Crohn, Crohns, croup, cystic fibrosis, cystitis, dandruff, deep vein, dengue,
dermatitis, diabetes, diabetic, diphtheria, down syndrome, dry eye, dyslexia, ear infection, eating disorder, Ebola,
eczema, emphysema, endometriosis, fibroids, fibromyalgia, food poisoning, frozen shoulder, gallstone, gallstones,
gangrene, gastritis, gastroenteritis, gingivitis, glaucoma, goitre, gonorrhoea, gout, haemophilia, haemorrhoids, hay
fever, head lice, heart attack, heart disease, heart failure, heartburn, hepatitis, hernia, herpes, high cholesterol,
hip fracture, hip replacement, hives, HPV, hyperthyroidism, hypothyroidism, impetigo, impotence, incontinence,
indigestion, infertility, influenza, insomnia, irritable bowel, jaundice, kidney failure, kidney stone, kidney stones,
lactose intolerance, laryngitis, leprosy, lice, lung cancer, Lyme, malaria, measles, melanoma, meningitis, menopause,
migraine, migraines, miscarriage, motion sickness, mumps, nosebleed, obesity, osteoarthritis, osteoporosis,
pancreatitis, panic attack, Parkinson, Parkinsons, pertussis, piles, pink eye, plague, pleurisy, polio, prostate
cancer, psoriasis, rabies, restless legs, rickets, ringworm, rosacea, rubella, salmonella, scabies, scarlet fever,
schizophrenia, sciatica, scoliosis, scurvy, shingles, sickle cell, sinusitis, skin cancer, sleep apnoea, smallpox,
snoring, sore throat, stomach ulcer, sunburn, swine fever, swine flu, syphilis, tennis elbow, tetanus, thrush, thyroid,
tinnitus, tonsillitis, toothache, travel sickness, typhoid, typhus, urinary tract infection, varicose, vitiligo, wart,
warts, West Nile, whooping cough, yeast infection, yellow fever, Zika
"""

# Words that are spelt rightly, though a library may lack them.
_OTHER_WORDS: Final = """
acute alcohol ankle appendix aspirin boil boils bone bones bowel breast bruise burn burns bus buses cake cakes car cars
caught cervix cheap cholesterol chronic cinema colon concert cough cramps cyst cysts deaf deafness dental dialysis ear
ears elbow eye eyes fever film films finger flight flights foot football fracture gallbladder hair hand hands hip hips
hotel hotels insulin joint joints knee knees lactose leg legs lips liver lottery lump lumps lung lungs metformin mole
moles mouth muscle music nail nails nausea neck nerve nose ovary pancreas paracetamol parasite penicillin phone pizza
plumber polyp polyps pregnancy pregnant primary prostate radio rash rashes recipe recipes restaurant school secondary
shop shopping shops shoulder sinus skin spine spleen sprain stomach stone stones sweat taxi teeth throat ticket tickets
toe toes tongue tonsils tooth train trains ulcer ulcers urethra urine uterus vertigo viagra vomit vomiting weather wifi
worms wrist yeast
"""


class ProtectedWords:
    """What one language calls them; so far only English."""

    def __init__(self, language: str) -> None:
        english = language.partition("-")[0] == "en"
        self.names = frozenset(tuple(map(reduced, name.lower().split())) for name in _ENGLISH.split(",") if english)
        """Each as its words, in the spelling of the index."""
        self.longest = max(map(len, self.names), default=0)
        self.words = frozenset(word for name in self.names for word in name).union(
            _OTHER_WORDS.split() if english else ()
        )
        """Words that nobody mistyped."""
