"""Words of many scripts, as they are on a page and as people type them; and what is refused, with the reason."""

from typing import NamedTuple


class Word(NamedTuple):
    """One way of typing a word of a page."""

    language: str
    written: str
    """On the page."""
    typed: str


AS_WRITTEN = [
    Word(language, written, written)
    for language, words in {
        "fa": "می‌توانید بیماری‌ها",
        "si": "ශ්‍රී වෛද්‍යවරයා",
        "bn": "র‍্যাশ চিকিৎসা",
        "dv": "ފިރިހެން ބަލި",
        "bo": "སྨན་པ ནད",
        "nqo": "ߖߡߊ߬ߣߊ ߓߊ߲߬ߓߊ߬ߟߌ",
        "mni": "ꯂꯥꯏꯅꯥ ꯍꯤꯗꯥꯛ",
        "ff": "𞤔𞤢𞤥𞤢𞥄 𞤲𞤢𞤱𞤲𞤭",
        "jv": "ꦭꦫꦲꦠꦶ",
        "ban": "ᬕᬾᬭᬶᬂ",
        "ccp": "𑄃𑄥𑄪𑄇𑄴",
        "hy": "Ե՞րբ հիվանդ՞",
        "km": "ជំងឺ\u200bខួរក្បាល",
        "th": "ยา\u200bแก้\u200bปวด",
        "ar": "الحُمَّى",
        "vi": "đường",
        "fr": "cœur",
        "pl": "Łódź",
    }.items()
    for written in words.split()
]
"""A. Every word finds itself."""

AS_TYPED = [
    Word(language, written, typed)
    for language, rows in {
        "fa": "می‌توانید میتوانید, می‌توانید می_توانید, بیماری بيماري, کلیه كليه, ۱۲ 12, ۱۲ ١٢, حُمّی حمی",
        "ur": "ہسپتال هسپتال, بیماری بيماري, مسائل مسایل, ۱۲ 12",
        "ar": "الكلى الکلی, ١٢ 12, وأسبابها اسبابها, الحُمَّى الحمى, صداعٌ الصداع",
        "hi": "ज़िंदगी जिंदगी, बुख़ार बुखार, कीड़े कीडे, पढ़ना पढना, आँख आंख, हिन्दी हिंदी, सम्बन्ध संबंध, १२ 12",
        "bn": "চিকিৎসা চিকিত্সা, র‍্যাশ র্যাশ, ৫০০ 500",
        "si": "ශ්‍රී ශ්රී, වෛද්‍යවරයා වෛද්යවරයා",
        "ml": "ക്യാൻസർ ക്യാന്‍സര്‍",
        "th": "น้ำ นํ้า, น้ำ นำ้, ๘ 8, ๕๐๐ 500",
        "lo": "ນ້ຳ ນໍ້າ, ນ້ຳ ນຳ້",
        "km": "ក្តៅ ក្ដៅ, ខួរក្បាល ខួរ\u200bក្បាល",
        "my": "၁၀ 10, ၁၀ ၁ဝ, ၅၀၀ 500, ဆရာဝန် ဆရာ၀န်",
        "am": "ፀሐይ ጸሐይ, ፀሐይ ፀሀይ, ሐኪም ሀኪም, ዓይን አይን, ሠውነት ሰውነት",
        "he": 'לב לֵב, כְּאֵב כאב, ד״ר ד"ר, ד״ר דר',
        "yi": "דאָקטער דאקטער, װאָס וואס",
        "uk": "памʼять пам'ять, памʼять пам’ять, м'яз мʼяз, здоров’я здоров'я",
        "uz": "sogʻliq sog'liq, sogʻliq sog’liq, sogʻliq sog‘liq, koʻz ko'z, koʻz koz",
        "sm": "fomaʻi foma'i, fomaʻi foma’i",
        "haw": "maʻi ma'i",
        "ha": "ƙwaƙwalwa kwakwalwa, ɗan dan, likita likita",
        "ee": "ɖɔkta dokta, kɔ ko, ɖevi devi",
        "az": "xəstəlik xestelik, həkim hekim",
        "ja": "ワクチン わくちん, ワクチン ﾜｸﾁﾝ, ガーゼ カ\u3099ーセ\u3099",
        "zh": "脑 腦, 心脏病 心臟病, 治疗 治療",
        "ko": "심장 심자, 심장 시, 심장 심, 심장 심ㅈ, 심장 ㅅㅈ",
        "sr": "вирус virus, лекар lekar, глава glava, џеп dzep, болест bolest",
        "el": "ιός ios, εγκέφαλος egkefalos",
        "ka": "ტვინი tvini, ვირუსი virusi",
        "de": "Ärzte aerzte, Lähmung laehmung, hören hoeren, Füße fuesse, Ärzte Aerzte",
        "da": "øjne oejne, læge laege, øjne ojne",
        "nb": "måned maaned",
        "ca": "cèl·lula celŀlula, cèl·lula ceŀlula, cèl·lula cel·lula, cèl·lula cellula",
        "en": "co-trimoxazole cotrimoxazole, betablocker beta-blocker, 500_mg 500mg, 250mg 250_mg, 500_mg ५००_mg",
        "vi": "đường duong, bệnh benh, bệnh bê\u0323nh",
        "fr": "cœur coeur, cœur CŒUR",
        "pl": "Łódź lodz",
        "hy": "Ե՞րբ երբ",
        "tr": "ışık isik, İlaç ILAC",
    }.items()
    for pair in rows.split(", ")
    for written, typed in [[word.replace("_", " ") for word in pair.split()]]
]
"""B. Ways of typing that are usual."""

REFUSED = {
    Word("ar", "أدوية", "دواء"): "a plural made inside the word needs a dictionary: an author gives both as names",
    Word("my", "ဆေး", "ေဆး"): "Zawgyi is another encoding in the same code points: told apart by statistics alone",
}
"""What is not found, and why."""
