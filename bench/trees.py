#!/usr/bin/env python3
"""bench/trees.py FOLDER MOST [grow]: builds the trees that bench/documents.sh scans; all data is made up."""
import io, os, random, sys, zipfile

work, most = sys.argv[1], int(sys.argv[2])
random.seed(7)
words = "báo cáo kế hoạch công văn tổng hợp đơn vị phòng ban năm quý tháng số liệu thực hiện nhiệm vụ triển khai".split()


def text(size):
    out = []
    count = 0
    while count < size:
        line = " ".join(random.choices(words, k=12)) + "\n"
        out.append(line)
        count += len(line.encode())
    return "".join(out).encode()[:size]


def recording(name):
    folder = f"{work}/{name}"
    os.makedirs(f"{folder}/root", exist_ok=True)
    open(f"{folder}/recording.yaml", "w").write("collected_at: 1790000000\nutc_offset: 25200\n")
    return folder


def small(name, files):
    folder = recording(name)
    pool = [text(random.randint(200, 4000)) for _ in range(64)] + [os.urandom(2000).replace(b"P", b"\0") for _ in range(16)]
    pool += [b"\x7fELF" + os.urandom(3000) for _ in range(16)] + [b"\x89PNG\r\n\x1a\n" + os.urandom(1500) for _ in range(16)]
    made = 0
    while made < files:
        part = f"{folder}/root/home/an/d{made // 100}"
        os.makedirs(part, exist_ok=True)
        for index in range(min(100, files - made)):
            with open(f"{part}/f{index}.dat", "wb") as file:
                file.write(pool[(made + index) % len(pool)])
        made += 100
    open(f"{folder}/count", "w").write(str(files))


def plain():
    folder = recording("plain")
    block = text(4 << 20)
    os.makedirs(f"{folder}/root/home/an", exist_ok=True)
    for index in range(256):
        with open(f"{folder}/root/home/an/log{index}.log", "wb") as file:
            for _ in range(4):
                file.write(block)
    open(f"{folder}/count", "w").write(str(256 * 16 / 1024))


RUN = ('<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
       '<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>')
PARAGRAPH = ('<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E"><w:pPr><w:spacing w:before="120" w:after="120" w:line="288" '
             'w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="both"/></w:pPr>{}</w:p>')


def docx():
    """Two pages of text as Word writes them: runs with their properties, styles, settings, theme, header and footer."""
    folder = recording("docx")
    os.makedirs(f"{folder}/root/home/an", exist_ok=True)
    name = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    style = "".join(f'<w:style w:type="paragraph" w:styleId="S{number}"><w:name w:val="style {number}"/><w:basedOn w:val="Normal"/>'
                    f'<w:pPr><w:keepNext/><w:spacing w:before="{number}"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>'
                    for number in range(120))
    bodies = []
    for _ in range(40):
        body = "".join(PARAGRAPH.format("".join(RUN.format(" ".join(random.choices(words, k=7)) + " ") for _ in range(6)))
                       for _ in range(25))
        part = PARAGRAPH.format(RUN.format(" ".join(random.choices(words, k=6))))
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
            file.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
            file.writestr("word/document.xml", f"<w:document {name}><w:body>{body}</w:body></w:document>")
            file.writestr("word/styles.xml", f"<w:styles {name}>{style}</w:styles>")
            file.writestr("word/settings.xml", f'<w:settings {name}><w:zoom w:percent="100"/></w:settings>')
            file.writestr("word/theme/theme1.xml", "<a:theme>" + "<a:font typeface='Times New Roman'/>" * 150 + "</a:theme>")
            file.writestr("word/header1.xml", f"<w:hdr {name}>{part}</w:hdr>")
            file.writestr("word/footer1.xml", f"<w:ftr {name}>{part}</w:ftr>")
            file.writestr("docProps/core.xml", "<cp:coreProperties><dc:creator>an</dc:creator></cp:coreProperties>")
            file.writestr("docProps/app.xml", "<Properties><Application>Microsoft Office Word</Application></Properties>")
        bodies.append(data.getvalue())
    for index in range(10000):
        part = f"{folder}/root/home/an/d{index // 200}"
        os.makedirs(part, exist_ok=True)
        open(f"{part}/{index}.docx", "wb").write(bodies[index % 40])
    open(f"{folder}/count", "w").write("10000")


def pdf():
    folder = recording("pdf")
    os.makedirs(f"{folder}/root/home/an", exist_ok=True)
    pages = 0
    for index in range(120):
        count = 20
        objects = ["<</Type/Catalog/Pages 2 0 R>>",
                   f"<</Type/Pages/Kids[{' '.join(f'{4 + 2 * page} 0 R' for page in range(count))}]/Count {count}>>",
                   "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>"]
        for page in range(count):
            lines = "".join(f"1 0 0 1 50 {800 - 14 * line} Tm ({'report plan office letter ' * 3}{index}) Tj " for line in range(50))
            stream = f"BT /F 11 Tf {lines} ET"
            objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {5 + 2 * page} 0 R/Resources<</Font<</F 3 0 R>>>>>>")
            objects.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
        out = b"%PDF-1.4\n"
        offsets = []
        for number, body in enumerate(objects, 1):
            offsets.append(len(out))
            out += f"{number} 0 obj{body}endobj\n".encode()
        start = len(out)
        out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
        out += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
        out += f"trailer<</Root 1 0 R/Size {len(objects) + 1}>>\nstartxref\n{start}\n%%EOF\n".encode()
        open(f"{folder}/root/home/an/{index}.pdf", "wb").write(out)
        pages += count
    open(f"{folder}/count", "w").write(str(pages))


if len(sys.argv) > 3:
    os.system(f"rm -rf '{work}/grow'")
    small("grow", most)
else:
    small("small", min(most, 100000))
    plain()
    docx()
    pdf()
