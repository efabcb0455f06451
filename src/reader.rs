//! Reads parsed JSON as the types of the model: an object as a structure, and nothing else as one.
//!
//! serde's readers of JSON also take an array for a structure, and so bring code for both. The format knows only objects;
//! reading by this one is stricter, and a third of the code.
//! Knows: JSON and serde. Does not know: what is read.

use serde::de::value::StringDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error as _, Expected, IntoDeserializer,
    MapAccess, SeqAccess, Unexpected, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::{Map, Value};
use std::fmt;

/// Reads a value.
///
/// # Errors
/// What in it is not as the type wants it, in serde's words.
pub fn read<T: DeserializeOwned>(value: Value) -> Result<T, Error> {
    T::deserialize(Reader(value))
}

/// What was not as it should be. Not serde's own error: that one can print floating-point numbers, which takes tables.
#[derive(Debug)]
pub struct Error(String);

impl Error {
    fn other(what: &str, found: &Unexpected<'_>, expected: &dyn Expected) -> Self {
        let found = match found {
            Unexpected::Str(text) => format!("string {text:?}"),
            Unexpected::Unsigned(number) => format!("integer `{number}`"),
            Unexpected::Bool(bool) => format!("boolean `{bool}`"),
            Unexpected::Unit => "null".to_owned(),
            Unexpected::Seq => "sequence".to_owned(),
            Unexpected::Map => "map".to_owned(),
            Unexpected::Other(other) => (*other).to_owned(),
            _ => "value".to_owned(),
        };
        Self(format!("invalid {what}: {found}, expected {expected}"))
    }
}

impl serde::de::Error for Error {
    fn custom<T: fmt::Display>(said: T) -> Self {
        Self(said.to_string())
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::other("type", &found, expected)
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::other("value", &found, expected)
    }
}

impl std::error::Error for Error {}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

struct Reader(Value);

impl Reader {
    fn refuse(&self, expected: &dyn Expected) -> Error {
        let found = match &self.0 {
            Value::Null => Unexpected::Unit,
            Value::Bool(bool) => Unexpected::Bool(*bool),
            Value::Number(_) => Unexpected::Other("number"),
            Value::String(text) => Unexpected::Str(text),
            Value::Array(_) => Unexpected::Seq,
            Value::Object(_) => Unexpected::Map,
        };
        Error::invalid_type(found, expected)
    }
}

impl<'de> Deserializer<'de> for Reader {
    type Error = Error;

    /// For types that take whatever comes.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(bool) => visitor.visit_bool(bool),
            Value::Number(number) => match number.as_u64() {
                Some(number) => visitor.visit_u64(number),
                None => Err(Reader(Value::Number(number)).refuse(&visitor)),
            },
            Value::String(text) => visitor.visit_string(text),
            Value::Array(items) => visitor.visit_seq(Items(items.into_iter())),
            Value::Object(fields) => visitor.visit_map(Fields::of(fields)),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_map(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Object(fields) => visitor.visit_map(Fields::of(fields)),
            _ => Err(self.refuse(&visitor)),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Array(items) => visitor.visit_seq(Items(items.into_iter())),
            _ => Err(self.refuse(&visitor)),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::String(text) => visitor.visit_string(text),
            _ => Err(self.refuse(&visitor)),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_string(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Bool(bool) => visitor.visit_bool(bool),
            _ => Err(self.refuse(&visitor)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    /// A variant is its name, or an object with its name and what it holds.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let variant = match self.0 {
            Value::String(name) => Variant { name, holds: None },
            Value::Object(fields) if fields.len() == 1 => {
                let mut fields = fields.into_iter();
                let (name, value) = fields.next().unwrap_or_default();
                Variant { name, holds: Some(value) }
            }
            Value::Object(_) => {
                return Err(Error::invalid_value(Unexpected::Map, &"map with a single key"));
            }
            _ => return Err(self.refuse(&visitor)),
        };
        visitor.visit_enum(variant)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct identifier
    }
}

struct Items(std::vec::IntoIter<Value>);

impl<'de> SeqAccess<'de> for Items {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        self.0.next().map(|item| seed.deserialize(Reader(item))).transpose()
    }
}

struct Fields {
    rest: serde_json::map::IntoIter,
    value: Value,
}

impl Fields {
    fn of(fields: Map<String, Value>) -> Self {
        Self { rest: fields.into_iter(), value: Value::Null }
    }
}

impl<'de> MapAccess<'de> for Fields {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let Some((name, value)) = self.rest.next() else { return Ok(None) };
        self.value = value;
        seed.deserialize(named(name)).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Error> {
        seed.deserialize(Reader(self.value.take()))
    }
}

struct Variant {
    name: String,
    holds: Option<Value>,
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = Error;
    type Variant = Held;

    fn variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<(T::Value, Held), Error> {
        seed.deserialize(named(self.name)).map(|variant| (variant, Held(self.holds)))
    }
}

fn named(name: String) -> StringDeserializer<Error> {
    name.into_deserializer()
}

/// What a variant holds.
struct Held(Option<Value>);

impl Held {
    fn reader(self) -> Result<Reader, Error> {
        self.0.map(Reader).ok_or_else(|| Error::custom("a variant that holds something has only its name"))
    }
}

impl<'de> VariantAccess<'de> for Held {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        match self.0.filter(|held| !held.is_null()) {
            None => Ok(()),
            Some(held) => Err(Reader(held).refuse(&"nothing beside the variant's name")),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Error> {
        seed.deserialize(self.reader()?)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.reader()?.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.reader()?.deserialize_map(visitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notice::Notice;
    use serde_json::json;

    fn refused(notice: Value) -> String {
        read::<Notice>(notice).expect_err("no notice").to_string()
    }

    #[test]
    fn a_full_notice_reads_as_serde_reads_it() {
        for kind in crate::notice::RegisterKind::ALL {
            let notice = crate::defaults::notice(kind, None);
            let value = serde_json::to_value(&notice).unwrap();
            assert_eq!(read::<Notice>(value.clone()).unwrap(), notice);
            assert_eq!(serde_json::from_value::<Notice>(value).unwrap(), notice);
        }
    }

    #[test]
    fn what_is_refused_is_named() {
        assert!(refused(json!([])).starts_with("invalid type: sequence, expected struct Notice"));
        assert!(refused(json!({ "purposes": {} })).contains("invalid type: map"));
        assert!(refused(json!({ "purposes": [{ "id": -1 }] })).contains("invalid type: number"));
        assert!(refused(json!({ "porpoises": [] })).contains("unknown field `porpoises`"));
        assert!(refused(json!({ "controller": { "name": 7 } })).contains("invalid type: number"));
        assert!(refused(json!({ "dpo": "maybe" })).contains("unknown variant `maybe`"));
        assert!(refused(json!({ "dpo": "yes" })).contains("only its name"));
        assert!(refused(json!({ "dpo": { "no": 1 } })).contains("nothing beside"));
        assert!(refused(json!({ "dpo": { "yes": {}, "no": null } })).contains("single key"));
    }
}
