//! A weight file in parts, each of which can be damaged.

use nncore::prelude::*;
use nncore::tiny::weights_len;

network! {
    /// With kept tensors.
    pub(crate) struct Net;
    input: [3];
    fc1: Linear(3 -> 4);
    norm: BatchNorm1d;
    act: Relu;
    fc2: Linear(4 -> 2);
}

/// The numbers of its weights.
pub(crate) const LEN: usize = weights_len::<Net>();

/// An entry of a header, as it is written but for the quotes of the name.
#[derive(Clone)]
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) dtype: String,
    pub(crate) shape: String,
    pub(crate) begin: u64,
    pub(crate) end: u64,
}

#[derive(Clone)]
pub(crate) struct File {
    pub(crate) metadata: Option<String>,
    pub(crate) entries: Vec<Entry>,
    pub(crate) padding: String,
    pub(crate) data: Vec<u8>,
}

/// A file of the network, whose numbers are 0, 1, 2 and so on; tensors are sorted by name.
pub(crate) fn good() -> File {
    let mut file =
        File { metadata: None, entries: Vec::new(), padding: String::new(), data: Vec::new() };
    let mut tensors: Vec<_> = Net::TENSORS.iter().collect();
    tensors.sort_by_key(|t| t.name);
    for tensor in tensors {
        let begin = file.data.len() as u64;
        for i in 0..tensor.shape.len() as u64 {
            file.data.extend_from_slice(&((begin / 4 + i) as f32).to_le_bytes());
        }
        file.entries.push(Entry {
            name: tensor.name.into(),
            dtype: "\"F32\"".into(),
            shape: format!("{:?}", tensor.shape.dims()),
            begin,
            end: file.data.len() as u64,
        });
    }
    file
}

impl File {
    /// The header without its length.
    pub(crate) fn header(&self) -> String {
        let metadata = self.metadata.iter().map(|m| format!("\"__metadata__\": {m}"));
        let entries = self.entries.iter().map(|e| {
            let Entry { name, dtype, shape, begin, end } = e;
            format!(
                r#""{name}":{{"dtype":{dtype},"shape":{shape},"data_offsets":[{begin},{end}]}}"#
            )
        });
        let all: Vec<String> = metadata.chain(entries).collect();
        format!("{{{}}}{}", all.join(","), self.padding)
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        with_header(self.header().as_bytes(), &self.data)
    }

    /// The entry of a tensor.
    pub(crate) fn entry(&mut self, name: &str) -> &mut Entry {
        self.entries.iter_mut().find(|e| e.name == name).expect("a tensor of the network")
    }

    /// Appends a tensor of `len` bytes, whose name comes in quotes.
    pub(crate) fn counter(&mut self, name: &str, dtype: &str, shape: &str, len: u64) {
        let begin = self.data.len() as u64;
        self.data.resize(self.data.len() + len as usize, 7);
        let (name, dtype) = (name.trim_matches('"').into(), format!("\"{dtype}\""));
        self.entries.push(Entry { name, dtype, shape: shape.into(), begin, end: begin + len });
    }
}

pub(crate) fn with_header(header: &[u8], data: &[u8]) -> Vec<u8> {
    [&(header.len() as u64).to_le_bytes(), header, data].concat()
}
