"""How a page in HTML looks: light, dark and on paper, from the colours of the themes of the same names."""

PAGE_STYLE = """
:root {
  color-scheme: light dark;
  --ground: #fbf9f4; --surface: #ffffff; --line: #7b7466; --text: #1e2a30; --soft: #4b555a; --heading: #12353f;
  --link: #1b4e9b; --answer: #e6f0ee; --answer-line: #a9c8c6; --emergency: #a2191c; --emergency-tint: #fdf1ee;
  --emergency-text: #8c1518; --urgent: #a86a00; --urgent-tint: #fff6e2; --info: #a9c3d2; --info-tint: #edf3f6;
  --focus: #101c22; --focus-outer: #ffc22e;
}
@media (prefers-color-scheme: dark) {
  :root {
  --ground: #171c1f; --surface: #262f33; --line: #829096; --text: #eee9df; --soft: #bfc3be; --heading: #fbf6eb;
  --link: #a6caff; --answer: #1d3136; --answer-line: #3f6770; --emergency: #f2786e; --emergency-tint: #33191a;
  --emergency-text: #ffb8b0; --urgent: #b98a2c; --urgent-tint: #322711; --info: #456477; --info-tint: #1e2c35;
  --focus: #0a0e10; --focus-outer: #ffc22e;
  }
}
* { box-sizing: border-box; }
html { font-size: 112.5%; }
body { font-family: "Atkinson Hyperlegible Next", "Atkinson Hyperlegible", system-ui, sans-serif; line-height: 1.6;
  color: var(--text); background: var(--ground); max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 4rem;
  overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { color: var(--heading); line-height: 1.25; margin: 1.6em 0 .5em; break-after: avoid; }
h1 { font-size: 1.9rem; margin-top: .6em; } h2 { font-size: 1.4rem; } h3, h4, h5, h6 { font-size: 1.15rem; }
a { color: var(--link); } a.term { color: inherit; text-decoration: underline dotted; text-underline-offset: .2em; }
a:focus-visible, summary:focus-visible, .wide:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px;
  box-shadow: 0 0 0 7px var(--focus-outer); border-radius: 3px; }
nav ol { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1rem; padding: 0; font-size: .9rem; }
nav li + li::before { content: "\\203a\\a0" / ""; color: var(--line); }
sup { line-height: 0; font-size: .75em; } li > p { margin: .3rem 0; }
.review, .disclaimer, .note, figcaption, footer { font-size: .9rem; color: var(--soft); }
.review strong { color: var(--text); display: block; }
.answer { background: var(--answer); border: 1px solid var(--answer-line); border-radius: .7rem; padding: .2rem 1.4rem;
  font-size: 1.1rem; } .answer h2 { font-size: 1rem; margin-top: 1em; }
.box { border: 2px solid var(--info); border-inline-start-width: .6rem; border-radius: .5rem;
  background: var(--info-tint);  padding: .1rem 1.2rem; margin: 1.5rem 0; break-inside: avoid; }
.box > h2, .box > h3, .box > h4, .box > h5, .box > h6 { margin-top: .9rem; }
.emergency { border-color: var(--emergency); background: var(--emergency-tint); }
.emergency .action, .emergency > h2, .emergency > h3 { color: var(--emergency-text); }
.urgent { border-color: var(--urgent); background: var(--urgent-tint); }
.action { font-size: 1.1rem; border: 2px solid; border-radius: .4rem; padding: .5rem 1rem; }
.kind { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
details { border: 1px solid var(--line); border-radius: .5rem; padding: 0 1rem; margin: 1.2rem 0; }
summary { font-weight: 600; padding: .7rem 0; cursor: pointer; color: var(--heading); }
.wide { overflow-x: auto; margin: 1.2rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; }
caption { text-align: start; font-weight: 700; padding: .4rem 0; }
th, td { border: 1px solid var(--line); padding: .5rem .7rem; text-align: start; vertical-align: top; }
th[scope=row] { font-weight: 400; }
.centre { text-align: center; } .end { text-align: end; } tr { break-inside: avoid; }
figure { margin: 1.5rem 0; break-inside: avoid; }
figure img { max-width: 100%; height: auto; background: #fff; padding: .7rem; border-radius: .5rem; }
.cards { list-style: none; padding: 0; } .cards li { border: 1px solid var(--line); border-radius: .5rem;
  padding: .7rem 1rem; margin: .6rem 0; break-inside: avoid; } .cards a { font-weight: 600; }
.sources li { font-size: .9rem; margin: .5rem 0; overflow-wrap: anywhere; }
dt { font-weight: 700; margin-top: .6rem; } dd { margin: 0; }
footer { border-top: 1px solid var(--line); margin-top: 3rem; }
@page { margin: 18mm; }
@media print { :root { --ground: #fff; --text: #000; --soft: #333; --heading: #000; --link: #000; --answer: #fff;
    --emergency-tint: #fff; --urgent-tint: #fff; --info-tint: #fff; --line: #555; }
  html { font-size: 11pt; } body { max-width: none; padding: 0; } nav { display: none; } .wide { overflow: visible; }
  a[href^="#"] { text-decoration: none; } }
"""
