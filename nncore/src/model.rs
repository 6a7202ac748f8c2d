//! The state of a network on a device.

use core::marker::PhantomData;

use alloc::string::String;
use alloc::vec::Vec;

use crate::Error;
use crate::cpu::Cpu;
use crate::device::{Device, Plain};
use crate::init::{Initializer, fill, has_embedding};
use crate::network::{Agrees, Network, ParameterLayout};
use crate::optim::nearest_tensor;
use crate::random::Seed;
use crate::tensor::TensorInfo;
use crate::{CpuBuffer, Element, room};

/// Parameters, then kept tensors, on the host.
type Values<T> = (Vec<T>, Vec<T>);

/// The parameters and running statistics of a network, on a device.
#[derive(Debug)]
pub struct Model<N: Network, D: Device> {
    pub(crate) device: D,
    pub(crate) parameters: D::Buffer<D::Element>,
    pub(crate) buffers: D::Buffer<D::Element>,
    network: PhantomData<N>,
}

/// What names a device: a device, or what may have failed to be one, which [`IsDevice`] refuses. So the type of the model is
/// known either way, and one mistake is one error.
#[doc(hidden)]
pub trait NamesDevice {
    /// The device.
    type Device: Device;
    /// The device.
    fn device(&self) -> &Self::Device;
}

#[diagnostic::do_not_recommend]
impl<D: Device> NamesDevice for D {
    type Device = D;
    fn device(&self) -> &D {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<D: Device, E> NamesDevice for Result<D, E> {
    type Device = D;
    fn device(&self) -> &D {
        match self {
            Ok(device) => device,
            Err(_) => panic!("a failure is not a device"), // `IsDevice` does not hold
        }
    }
}

/// A device, and not what may have failed to be one.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a device",
    label = "expected a device; one that may not be there is made with `?`: `Cpu::new()?`"
)]
pub trait IsDevice {}

#[diagnostic::do_not_recommend]
impl<D: Device> IsDevice for D {}

/// The tensor called `name`.
pub(crate) fn find_tensor(
    name: &str,
    tensors: &'static [TensorInfo],
) -> Result<&'static TensorInfo, Error> {
    tensors.iter().find(|tensor| tensor.name == name).ok_or_else(|| {
        let nearest = nearest_tensor(name, tensors);
        Error::NoTensor { name: String::from(name), nearest }
    })
}

impl<N: Network, D: Device> Model<N, D> {
    /// A new model with PyTorch's initial values.
    ///
    /// # Errors
    /// When the device has not enough memory.
    pub fn init<X: IsDevice + NamesDevice<Device = D>>(
        device: &X,
        seed: Seed,
    ) -> Result<Self, Error> {
        let device = device.device();
        let initializer = Initializer::PyTorch;
        if const { has_embedding(N::TENSORS) } {
            Self::filled::<true>(device, seed, initializer)
        } else {
            Self::filled::<false>(device, seed, initializer)
        }
    }

    /// A new model with other initial values.
    ///
    /// # Errors
    /// When the device has not enough memory.
    pub fn with_initializer<X: IsDevice + NamesDevice<Device = D>>(
        device: &X,
        seed: Seed,
        initializer: Initializer,
    ) -> Result<Self, Error> {
        Self::filled::<true>(device.device(), seed, initializer)
    }

    /// A new model; a program in which no tensor `IS_NORMAL`, normally distributed, has no code for that.
    #[inline(always)]
    fn filled<const IS_NORMAL: bool>(
        device: &D,
        seed: Seed,
        initializer: Initializer,
    ) -> Result<Self, Error> {
        let () = Agrees::<N>::CHECK;
        let (mut parameters, mut buffers) = Self::zeros()?;
        for (i, tensor) in N::TENSORS.iter().enumerate() {
            let all = if tensor.is_kept() { &mut buffers } else { &mut parameters };
            let out = &mut all[tensor.range()];
            fill::<_, IS_NORMAL>(initializer, seed, i as u32, tensor, out);
        }
        Self::from_values(device, &parameters, &buffers)
    }

    fn from_values(
        device: &D,
        parameters: &[D::Element],
        buffers: &[D::Element],
    ) -> Result<Self, Error> {
        let mut model = Self {
            device: device.clone(),
            parameters: device.allocate(N::PARAMETER_LEN)?,
            buffers: device.allocate(N::BUFFER_LEN)?,
            network: PhantomData,
        };
        device.upload(&mut model.parameters, parameters)?;
        device.upload(&mut model.buffers, buffers)?;
        Ok(model)
    }

    /// The device.
    #[must_use]
    pub fn device(&self) -> &D {
        &self.device
    }

    /// The names, shapes and places of the tensors.
    #[must_use]
    pub fn tensors(&self) -> &'static [TensorInfo] {
        N::TENSORS
    }

    /// The values of the tensor called `name`, copied from the device: `model.tensor("conv1.weight")`.
    ///
    /// # Errors
    /// When the network has no such tensor, with the name that is most like it; when the copy fails, or there is not
    /// enough memory for it.
    pub fn tensor(&self, name: &str) -> Result<Vec<D::Element>, Error> {
        let tensor = find_tensor(name, N::TENSORS)?;
        let buffer = if tensor.is_kept() { &self.buffers } else { &self.parameters };
        let mut values = room::filled(tensor.shape.len(), D::Element::ZERO)?;
        self.device.download(buffer, tensor.offset, &mut values)?;
        Ok(values)
    }

    /// Sets the tensor called `name`.
    ///
    /// # Errors
    /// When the network has no such tensor, with the name that is most like it; when the number of values is another;
    /// when the copy fails.
    pub fn set_tensor(&mut self, name: &str, values: &[D::Element]) -> Result<(), Error> {
        let tensor = find_tensor(name, N::TENSORS)?;
        if values.len() != tensor.shape.len() {
            let (expected, found) = (tensor.shape.len(), values.len());
            return Err(Error::TensorElements { name: tensor.name, expected, found });
        }
        let buffer = if tensor.is_kept() { &mut self.buffers } else { &mut self.parameters };
        self.device.upload_at(buffer, tensor.offset, values)
    }

    fn zeros() -> Result<Values<D::Element>, Error> {
        let zero = D::Element::ZERO;
        Ok((room::filled(N::PARAMETER_LEN, zero)?, room::filled(N::BUFFER_LEN, zero)?))
    }

    fn values(&self) -> Result<Values<D::Element>, Error> {
        let (mut parameters, mut buffers) = Self::zeros()?;
        self.device.download(&self.parameters, 0, &mut parameters)?;
        self.device.download(&self.buffers, 0, &mut buffers)?;
        Ok((parameters, buffers))
    }

    /// A copy on another device of the same element type.
    ///
    /// # Errors
    /// When a copy fails or the device has not enough memory.
    pub fn to_device<E: Device<Element = D::Element>>(
        &self,
        device: &E,
    ) -> Result<Model<N, E>, Error> {
        let (parameters, buffers) = self.values()?;
        Model::from_values(device, &parameters, &buffers)
    }
}

#[cfg(feature = "checkpoint")]
mod files {
    use std::path::Path;

    use super::{Device, Error, Model, Network};
    use crate::checkpoint::{self, Metadata, Rename};

    impl<N: Network, D: Device> Model<N, D> {
        /// Writes all tensors to a safetensors file, under PyTorch's names; whole or not at all.
        ///
        /// # Errors
        /// When the file cannot be written; it is then as it was. When there is not enough memory.
        pub fn save(&self, path: impl AsRef<Path>) -> Result<(), Error> {
            let mut metadata = Metadata::new();
            metadata.set_network(N::NAME);
            self.save_with_metadata(path, &metadata)
        }

        /// The same, with metadata: class names, preprocessing.
        ///
        /// # Errors
        /// When the file cannot be written; it is then as it was. When there is not enough memory.
        pub fn save_with_metadata(
            &self,
            path: impl AsRef<Path>,
            metadata: &Metadata,
        ) -> Result<(), Error> {
            let (parameters, buffers) = self.values()?;
            Ok(checkpoint::save(path.as_ref(), N::TENSORS, &parameters, &buffers, metadata)?)
        }

        /// A model from a file; all tensors or an error that lists every difference.
        ///
        /// # Errors
        /// When the file cannot be read, is damaged, or holds other tensors; when there is not enough memory.
        pub fn load(device: &D, path: impl AsRef<Path>) -> Result<Self, Error> {
            Self::load_with_rename(device, path, &Rename::new()).map(|(model, _)| model)
        }

        /// The same under other names; also gives the metadata.
        ///
        /// # Errors
        /// When the file cannot be read, is damaged, or holds other tensors; when there is not enough memory.
        pub fn load_with_rename(
            device: &D,
            path: impl AsRef<Path>,
            rename: &Rename,
        ) -> Result<(Self, Metadata), Error> {
            let (mut parameters, mut buffers) = Self::zeros()?;
            let metadata =
                checkpoint::load(path.as_ref(), N::TENSORS, &mut parameters, &mut buffers, rename)?;
            Ok((Self::from_values(device, &parameters, &buffers)?, metadata))
        }
    }
}

/// Without the feature, each says which it is.
#[cfg(not(feature = "checkpoint"))]
mod files {
    use super::{Device, Error, Model, Network};

    /// Holds for no device.
    #[diagnostic::on_unimplemented(
        message = "weight files need the feature `checkpoint` of nncore",
        label = "switch it on in `Cargo.toml`: `nncore = {{ …, features = [\"checkpoint\"] }}`"
    )]
    pub trait Checkpoint {}

    #[doc(hidden)]
    #[allow(clippy::missing_errors_doc, reason = "never called")]
    impl<N: Network, D: Device> Model<N, D> {
        pub fn save<P>(&self, _: P) -> Result<(), Error>
        where
            D: Checkpoint,
        {
            Ok(())
        }

        pub fn save_with_metadata<P, M>(&self, _: P, _: &M) -> Result<(), Error>
        where
            D: Checkpoint,
        {
            Ok(())
        }

        pub fn load<P>(device: &D, _: P) -> Result<Self, Error>
        where
            D: Checkpoint,
        {
            Self::from_values(device, &[], &[])
        }

        pub fn load_with_rename<P, R>(device: &D, _: P, _: &R) -> Result<(Self, ()), Error>
        where
            D: Checkpoint,
        {
            Ok((Self::from_values(device, &[], &[])?, ()))
        }
    }
}

impl<N: Network, T: Element + Plain> Model<N, Cpu<T>>
where
    Cpu<T>: Device<Element = T, Buffer<T> = CpuBuffer<T>>,
{
    /// The parameters by name: `model.parameters().conv1_weight[o][i][y][x]`.
    #[must_use]
    pub fn parameters(&self) -> &N::Parameters<T> {
        check_layout::<N, T>(&self.parameters);
        // SAFETY: the layout has as many elements of `T` as the buffer (checked), which is aligned
        // to 64 bytes and initialised.
        unsafe { &*self.parameters.as_slice().as_ptr().cast() }
    }

    /// The parameters by name, to change.
    #[must_use]
    pub fn parameters_mut(&mut self) -> &mut N::Parameters<T> {
        check_layout::<N, T>(&self.parameters);
        // SAFETY: as above, and the borrow is unique.
        unsafe { &mut *self.parameters.as_mut_slice().as_mut_ptr().cast() }
    }
}

fn check_layout<N: Network, T: Element + Plain>(buffer: &CpuBuffer<T>) {
    let elements = <N::Parameters<T> as ParameterLayout<T>>::LEN;
    assert!(
        elements == buffer.as_slice().len()
            && size_of::<N::Parameters<T>>() == elements * size_of::<T>(),
        "the layout is that of the buffer"
    );
}
