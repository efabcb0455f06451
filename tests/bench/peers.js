// The peers' way to the same PDF: a two-column table of sections, with Noto Sans embedded.
//
// Knows: jsPDF with autotable, and pdfmake, as their manuals use them. Each starts where our exporter starts: the text
// and the font's bytes are in memory, in the form that the library takes; the time ends when the PDF's bytes are there.

const FONTS = { normal: "NotoSans-Regular.ttf", bold: "NotoSans-Bold.ttf" };
const WARM_UP = 3;

/** Base64 in pieces, because a call takes only so many arguments. */
function base64(buffer) {
  const bytes = new Uint8Array(buffer);
  let binary = "";
  for (let i = 0; i < bytes.length; i += 32768) binary += String.fromCharCode(...bytes.subarray(i, i + 32768));
  return btoa(binary);
}

async function loadFonts() {
  const load = async (name) => [name, base64(await (await fetch(`/fonts/${name}`)).arrayBuffer())];
  return Object.fromEntries(await Promise.all(Object.values(FONTS).map(load)));
}

function withJsPdf(text, fonts) {
  const doc = new window.jspdf.jsPDF({ unit: "pt", format: "a4", compress: true });
  for (const [style, file] of Object.entries(FONTS)) {
    doc.addFileToVFS(file, fonts[file]);
    doc.addFont(file, "NotoSans", style);
  }
  doc.setProperties({ title: text.title });
  doc.setLanguage("fi");
  doc.setFont("NotoSans", "bold").setFontSize(18).text(text.title, 50, 60);
  doc.setFont("NotoSans", "normal").setFontSize(10).text(text.firm, 50, 78);
  doc.autoTable({
    startY: 95,
    margin: 50,
    theme: "grid",
    styles: { font: "NotoSans", fontSize: 10, textColor: 20 },
    columnStyles: { 0: { cellWidth: 130, fontStyle: "bold" } },
    body: text.sections.map(({ title, law, paragraphs }) => [law ? `${title}\n${law}` : title, paragraphs.join("\n")]),
  });
  const pages = doc.getNumberOfPages();
  for (let page = 1; page <= pages; page += 1) {
    doc.setPage(page).setFontSize(9).text(`Sivu ${page} / ${pages}`, 50, 820);
  }
  return doc.output("arraybuffer");
}

async function withPdfMake(text) {
  const row = ({ title, law, paragraphs }) => [{ stack: [{ text: title, bold: true }, { text: law, fontSize: 8 }] }, { stack: paragraphs }];
  const definition = {
    pageSize: "A4",
    pageMargins: 50,
    language: "fi",
    info: { title: text.title },
    defaultStyle: { font: "NotoSans", fontSize: 10 },
    footer: (page, pages) => ({ text: `Sivu ${page} / ${pages}`, fontSize: 9, margin: [50, 10] }),
    content: [
      { text: text.title, fontSize: 18, bold: true },
      { text: text.firm, margin: [0, 0, 0, 10] },
      { table: { widths: [130, "*"], body: text.sections.map(row) } },
    ],
  };
  return (await window.pdfMake.createPdf(definition).getBuffer()).buffer;
}

window.measure = async (peer, text, times) => {
  const fonts = await loadFonts();
  window.pdfMake.addVirtualFileSystem(fonts);
  window.pdfMake.addFonts({ NotoSans: FONTS });
  const make = { jspdf: withJsPdf, pdfmake: withPdfMake }[peer];
  const durations = [];
  let pdf;
  for (let run = 0; run < WARM_UP + times; run += 1) {
    const start = performance.now();
    pdf = await make(text, fonts);
    if (run >= WARM_UP) durations.push(performance.now() - start);
    // A pause between the runs, so that one does not pay for the other's rubbish.
    await new Promise((resume) => setTimeout(resume, 50));
  }
  return { times: durations, pdf: base64(pdf) };
};
