//! What PDF/A and PDF/UA ask for beyond plain PDF: metadata as XML, a colour profile, and the attached draft.
//!
//! Standards: ISO 19005-3 (PDF/A-3, level A) and ISO 14289-1 (PDF/UA-1). PDF/A-3 and not PDF/A-2, because only part 3
//! allows an attachment that is not PDF/A itself: the draft. Knows: lopdf, the document's metadata. Does not know: what a
//! draft is. `srgb.icc` is "sRGB-v2-magic" of the Compact ICC Profiles by Clinton Ingram, in the public domain (CC0).

use super::metadata::Metadata;
use super::objects::text_string;
use crate::document::Document;
use lopdf::{Dictionary, Document as File, Object, Stream, dictionary};
use std::fmt::Write as _;

/// The sRGB colour profile, which says what the numbers for red, green and blue mean: 736 bytes.
const SRGB: &[u8] = include_bytes!("srgb.icc");

/// The attachment's file name, as readers list it.
const DRAFT_NAME: &str = "seloste.json";

/// Marks the draft's stream, so that it is found again without a PDF reader: `src/draft/pdf.rs` looks for this key.
const DRAFT_KEY: &str = "SELO_Draft";

/// Adds to the catalogue what the two standards ask for, and attaches the draft.
pub fn complete(
    file: &mut File,
    catalog: &mut Dictionary,
    document: &Document,
    metadata: &Metadata,
    draft: Option<&str>,
) {
    let xmp =
        Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, xmp(document, metadata).into());
    // Not compressed: programs look for this text without parsing the file.
    let xmp = file.add_object(xmp.with_compression(false));
    catalog.set("Metadata", xmp);
    let profile = file.add_object(Stream::new(dictionary! { "N" => 3 }, SRGB.to_vec()));
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => text_string("sRGB"),
        "Info" => text_string("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    };
    catalog.set("OutputIntents", vec![Object::Dictionary(intent)]);
    if let Some(draft) = draft {
        attach(file, catalog, metadata, draft);
    }
}

/// Attaches the draft, as the source that the whole document was made from.
fn attach(file: &mut File, catalog: &mut Dictionary, metadata: &Metadata, draft: &str) {
    let mut about = dictionary! { "Size" => i64::try_from(draft.len()).unwrap_or(i64::MAX) };
    if let Some(date) = &metadata.date {
        about.set("ModDate", text_string(&date.info));
    }
    let stream = dictionary! {
        "Type" => "EmbeddedFile",
        "Subtype" => "application/json",
        DRAFT_KEY => 1,
        "Params" => about,
    };
    // Compressed like all others: the JSON is repetitive, and would be a third of the file.
    let stream = file.add_object(Stream::new(stream, draft.as_bytes().to_vec()));
    let specification = file.add_object(dictionary! {
        "Type" => "Filespec",
        "F" => text_string(DRAFT_NAME),
        "UF" => text_string(DRAFT_NAME),
        "Desc" => text_string(&metadata.title),
        "AFRelationship" => "Source",
        "EF" => dictionary! { "F" => stream, "UF" => stream },
    });
    let names = dictionary! { "Names" => vec![text_string(DRAFT_NAME), Object::Reference(specification)] };
    catalog.set("Names", dictionary! { "EmbeddedFiles" => names });
    catalog.set("AF", vec![Object::Reference(specification)]);
}

/// The metadata as XML (XMP): what the information dictionary says, and which standards the file follows.
fn xmp(document: &Document, metadata: &Metadata) -> String {
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
        escaped(&metadata.title),
    );
    // Writing to a string does not fail.
    if let Some(author) = &metadata.author {
        let _ =
            write!(xmp, "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>", escaped(author));
    }
    if let Some(date) = metadata.date.as_ref().map(|date| &date.xmp) {
        let _ = write!(xmp, "<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>");
    }
    let _ = write!(xmp, "<xmp:CreatorTool>{}</xmp:CreatorTool>{STANDARDS}", escaped(metadata.tool));
    xmp
}

/// The two standards that the file claims. PDF/A knows no `pdfuaid`, so the file must describe it, with prescribed prefixes.
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

/// Escapes text for XML, and drops the characters that XML forbids.
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
