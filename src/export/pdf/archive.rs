//! What makes the file last: what it says of itself in XML, what its colours mean, and the draft that it came from.
//!
//! Standards: ISO 19005-3 (PDF/A-3, level A) and ISO 14289-1 (PDF/UA-1). PDF/A-3 and not PDF/A-2, because only part 3
//! lets a file carry one that is no PDF/A: the draft. Knows: lopdf, the document's title and date. Does not know:
//! what a draft is. `srgb.icc` is "sRGB-v2-magic" of the Compact ICC Profiles by Clinton Ingram, in the public domain (CC0).

use super::finish::{Told, text};
use crate::document::Document;
use lopdf::{Dictionary, Document as File, Object, Stream, dictionary};
use std::fmt::Write as _;

/// Red, green and blue as screens show them, in 736 bytes.
const SRGB: &[u8] = include_bytes!("srgb.icc");

/// The name under which readers list the draft.
const DRAFT_NAME: &str = "seloste.json";

/// Marks the draft's stream, so that it is found again without a PDF reader: `draft` looks for the same name.
const DRAFT_KEY: &str = "SELO_Draft";

/// Adds to the catalogue what the two standards ask for, and the draft.
pub fn complete(
    file: &mut File,
    catalog: &mut Dictionary,
    document: &Document,
    told: &Told,
    draft: Option<&str>,
) {
    let xmp =
        Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, xmp(document, told).into());
    // As it is: programs look for it without reading the file.
    let xmp = file.add_object(xmp.with_compression(false));
    catalog.set("Metadata", xmp);
    let profile = file.add_object(Stream::new(dictionary! { "N" => 3 }, SRGB.to_vec()));
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => text("sRGB"),
        "Info" => text("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    };
    catalog.set("OutputIntents", vec![Object::Dictionary(intent)]);
    if let Some(draft) = draft {
        attach(file, catalog, told, draft);
    }
}

/// Attaches the draft as the source of the whole document.
fn attach(file: &mut File, catalog: &mut Dictionary, told: &Told, draft: &str) {
    let mut about = dictionary! { "Size" => i64::try_from(draft.len()).unwrap_or(i64::MAX) };
    if let Some(date) = &told.date {
        about.set("ModDate", text(&date.info));
    }
    let stream = dictionary! {
        "Type" => "EmbeddedFile",
        "Subtype" => "application/json",
        DRAFT_KEY => 1,
        "Params" => about,
    };
    // The text is repetitive, and a third of the file if it were not compressed.
    let stream = file.add_object(Stream::new(stream, draft.as_bytes().to_vec()));
    let specification = file.add_object(dictionary! {
        "Type" => "Filespec",
        "F" => text(DRAFT_NAME),
        "UF" => text(DRAFT_NAME),
        "Desc" => text(&told.title),
        "AFRelationship" => "Source",
        "EF" => dictionary! { "F" => stream, "UF" => stream },
    });
    let names = dictionary! { "Names" => vec![text(DRAFT_NAME), Object::Reference(specification)] };
    catalog.set("Names", dictionary! { "EmbeddedFiles" => names });
    catalog.set("AF", vec![Object::Reference(specification)]);
}

/// The same as the file's information dictionary says, and which standards the file follows.
fn xmp(document: &Document, told: &Told) -> String {
    let mut xmp = format!(
        "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
        <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
        <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
        <rdf:Description rdf:about=\"\" \
        xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
        xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" \
        xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" \
        xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" \
        xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" \
        xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" \
        xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\
        <dc:format>application/pdf</dc:format>\
        <dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>\
        <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:title>",
        document.lang.tag(),
        escaped(&told.title),
    );
    // Writing to a string does not fail.
    if let Some(author) = &told.author {
        let _ =
            write!(xmp, "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>", escaped(author));
    }
    if let Some(date) = told.date.as_ref().map(|date| &date.xmp) {
        let _ = write!(xmp, "<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>");
    }
    let _ = write!(xmp, "<xmp:CreatorTool>{}</xmp:CreatorTool>{STANDARDS}", escaped(told.tool));
    xmp
}

/// The two standards. PDF/A wants to be told what PDF/UA's own mark is, with prefixes that it prescribes.
const STANDARDS: &str = "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\
    <pdfuaid:part>1</pdfuaid:part>\
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\
    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\
    <pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>\
    <pdfaProperty:description>The part of ISO 14289 that is followed</pdfaProperty:description>\
    </rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\
    </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>";

/// A text in XML, without what XML has no place for.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for ch in text.chars() {
        match ch {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {}
            _ => out.push(ch),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xml_is_escaped_and_holds_only_what_xml_can() {
        assert_eq!(escaped("a<b> & \"c\"\u{0}\u{FFFE}\u{7}ä😀"), "a&lt;b&gt; &amp; \"c\"ä😀");
    }
}
