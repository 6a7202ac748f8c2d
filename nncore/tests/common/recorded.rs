//! Reads the files that `tools/pytorch/record.py` made; its README lists their keys.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use safetensors::{Dtype, SafeTensors};

/// A tensor of a file. `F32` and `I64` are turned into `f64`, exactly (indices are small).
pub struct Tensor {
    /// Its sizes.
    pub shape: Vec<usize>,
    /// Its elements.
    pub values: Vec<f64>,
}

/// A file, read whole.
pub struct Recorded {
    tensors: BTreeMap<String, Tensor>,
}

impl Recorded {
    /// The recorded file of that name.
    pub fn open(name: &str) -> Self {
        Self::read(&Self::path(name))
    }

    /// Where it is.
    pub fn path(name: &str) -> PathBuf {
        // Other packages replay them, too.
        let mut above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
        let folder = above.find_map(|folder| {
            let folder = folder.join("nncore/tests/pytorch");
            folder.is_dir().then_some(folder)
        });
        folder
            .expect("the recorded files are in nncore/tests")
            .join(name)
            .with_extension("safetensors")
    }

    /// Any safetensors file.
    pub fn read(path: &Path) -> Self {
        let bytes = std::fs::read(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let file =
            SafeTensors::deserialize(&bytes).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let tensors = file.iter().map(|(name, view)| {
            let values = numbers(view.dtype(), view.data());
            (name.to_string(), Tensor { shape: view.shape().to_vec(), values })
        });
        Self { tensors: tensors.collect() }
    }

    /// The tensor of that key, if the file has it.
    pub fn find(&self, key: &str) -> Option<&Tensor> {
        self.tensors.get(key)
    }

    /// The tensor of that key.
    #[track_caller]
    pub fn tensor(&self, key: &str) -> &Tensor {
        self.find(key).unwrap_or_else(|| panic!("nothing is recorded under `{key}`"))
    }

    /// The elements of the tensor of that key.
    #[track_caller]
    pub fn values(&self, key: &str) -> &[f64] {
        &self.tensor(key).values
    }

    /// The one number of that key.
    #[track_caller]
    pub fn number(&self, key: &str) -> f64 {
        match self.values(key) {
            [number] => *number,
            other => panic!("`{key}` has {} numbers", other.len()),
        }
    }

    /// How many keys start so.
    pub fn count(&self, prefix: &str) -> usize {
        self.tensors.keys().filter(|key| key.starts_with(prefix)).count()
    }

    /// The first parts of the keys.
    pub fn cases(&self) -> BTreeSet<&str> {
        self.tensors.keys().filter_map(|key| key.split('/').next()).collect()
    }
}

fn numbers(dtype: Dtype, bytes: &[u8]) -> Vec<f64> {
    match dtype {
        Dtype::F64 => bytes.as_chunks().0.iter().map(|b| f64::from_le_bytes(*b)).collect(),
        Dtype::F32 => bytes.as_chunks().0.iter().map(|b| f32::from_le_bytes(*b).into()).collect(),
        Dtype::I64 => bytes.as_chunks().0.iter().map(|b| i64::from_le_bytes(*b) as f64).collect(),
        other => panic!("no recorded tensor is {other:?}"),
    }
}
