/// The look of the HTML report: serif as administrative documents are, colour only for verdicts.
enum Stylesheet {
  static let text: StaticString = """
    :root { --ink: #1b1b1b; --soft: #55585c; --line: #c9ccd1; --ground: #f6f6f3;
      --bad: #a4161a; --good: #1e6b34; --open: #8a5a00; --accent: #7a1417; }
    * { box-sizing: border-box; }
    html { background: #e9e9e4; }
    body { font: 16px/1.5 "Times New Roman", Tinos, "Liberation Serif", "Noto Serif", serif;
      color: var(--ink); background: #fff; max-width: 60rem; margin: 1.5rem auto; padding: 2.5rem 3rem;
      border-top: 6px solid var(--accent); box-shadow: 0 1px 6px #0002; overflow-wrap: anywhere; }
    h1 { font-size: 1.65rem; line-height: 1.25; margin: 0; letter-spacing: .01em; text-align: center; }
    h2 { font-size: 1.15rem; margin: 2.2rem 0 .7rem; padding-bottom: .25rem; text-transform: uppercase;
      letter-spacing: .03em; border-bottom: 2px solid var(--accent); break-after: avoid; }
    h3 { font-size: 1.05rem; margin: 0; break-after: avoid; }
    p { margin: .35rem 0; }
    .subtitle { text-align: center; font-style: italic; margin: .2rem 0 1.4rem; }
    .maker { display: flex; justify-content: space-between; gap: 1rem; font-size: .9rem; color: var(--soft);
      margin: 0 0 1.2rem; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.2rem; margin: 0; }
    dt { color: var(--soft); }
    dd { margin: 0; }
    code, .hash { font: .82em/1.4 "DejaVu Sans Mono", "Liberation Mono", monospace; }
    .notice { border: 1px solid var(--open); border-left-width: 6px; background: #fdf6e7;
      padding: .5rem .9rem; margin: 1rem 0 0; font-weight: bold; }
    .answers { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; margin: 1.4rem 0 .8rem; }
    .answer { border: 1px solid var(--line); border-top: 6px solid var(--soft); padding: .8rem 1rem 1rem;
      background: var(--ground); break-inside: avoid; }
    .answer h2 { border: 0; margin: 0 0 .5rem; padding: 0; font-size: .95rem; text-transform: none;
      letter-spacing: 0; font-weight: normal; color: var(--soft); }
    .answer p { margin: .55rem 0 0; font-size: .95rem; }
    .answer .law { display: block; }
    .answer .big { font-size: 1.5rem; line-height: 1.2; font-weight: bold; margin: 0; padding: .45rem .8rem;
      color: #fff; background: var(--soft); text-align: center; }
    .answer .big.bad { background: var(--bad); } .answer .big.good { background: var(--good); }
    .answer .big.open { background: var(--open); }
    .word { font-weight: bold; white-space: nowrap; }
    .bad { color: var(--bad); } .good { color: var(--good); } .open { color: var(--open); }
    .answer.bad, .answer.good, .answer.open { color: inherit; }
    .answer.bad { border-top-color: var(--bad); } .answer.good { border-top-color: var(--good); }
    .answer.open { border-top-color: var(--open); }
    .basis-now { font-size: .86rem; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line);
      padding: .5rem 0; }
    .conclude { font-style: italic; }
    ol.actions { padding-left: 1.4rem; margin: 0; } ol.actions > li { margin: 0 0 .6rem; }
    ol.actions ul { margin: .2rem 0; padding-left: 1.2rem; }
    article { margin: 0 0 1.3rem; padding-left: .9rem; border-left: 4px solid var(--line); }
    article.required { border-left-color: var(--bad); } article.blocks { border-left-color: var(--open); }
    .tags { font-size: .88rem; color: var(--soft); margin: .1rem 0; }
    table { border-collapse: collapse; width: 100%; margin: .5rem 0; font-size: .9rem; }
    th, td { border: 1px solid var(--line); padding: .3rem .5rem; text-align: left; vertical-align: top; }
    th { background: var(--ground); font-weight: bold; }
    thead { display: table-header-group; } tr { break-inside: avoid; }
    table.rows { table-layout: fixed; }
    table.rows th:nth-child(1) { width: 36%; } table.rows th:nth-child(2) { width: 28%; }
    table.rows th:nth-child(3) { width: 18%; }
    .timeline { display: block; width: 100%; height: auto; font-size: 14px; break-inside: avoid; }
    .timeline .lane { fill: var(--ink); } .timeline .axis { fill: var(--soft); font-size: 12px; }
    .timeline .state { fill: var(--soft); font-size: 12px; font-style: italic; }
    .timeline .blind { fill: var(--open); }
    .timeline .base { stroke: var(--line); stroke-width: 1; } .timeline .mark { stroke: #e3e3de; stroke-width: 1; }
    .timeline .law { stroke: var(--accent); stroke-width: 1.5; stroke-dasharray: 4 3; }
    .life-span { fill: var(--soft); } .coverage-span { fill: var(--good); fill-opacity: .3; }
    .connection-span { fill: var(--bad); } .phone-span { fill: var(--open); } .document-span { fill: var(--ink); }
    .note { font-size: .88rem; color: var(--soft); }
    .signatures { display: grid; grid-template-columns: 1fr 1fr; text-align: center; margin-top: 2.5rem;
      break-inside: avoid; min-height: 8rem; }
    .signatures strong { display: block; }
    footer { margin-top: 2rem; border-top: 1px solid var(--line); padding-top: .6rem; font-size: .85rem;
      color: var(--soft); }
    @media screen and (max-width: 50rem) { body { padding: 1.2rem; margin: 0; }
      .answers { grid-template-columns: 1fr; } }
    @page { size: A4; margin: 20mm 15mm 20mm 25mm; }
    @media print { html { background: none; } body { box-shadow: none; margin: 0; padding: 0; max-width: none;
      border-top: 0; font-size: 11.5pt; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      h1 { font-size: 16pt; } main { padding-right: 1px; }
      .answer .big { font-size: 13pt; } .basis-now { font-size: 9.5pt; } h2 { margin-top: 1.4rem; } }
    """
}
