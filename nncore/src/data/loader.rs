//! Batches of a set: shuffled, resized, augmented, standardised.

use super::draws::{Draws, Purpose, key};
use super::{Augment, Pictures, Preprocessing};
use std::vec::Vec;

/// Turns a set into the batches of an epoch.
///
/// The order of an epoch depends on (seed, epoch), the changes of a picture on (seed,
/// epoch, its place in the set): neither on the batch size nor on what was loaded before.
#[derive(Clone, Debug)]
pub struct Loader {
    pictures: Pictures,
    preprocessing: Preprocessing,
    augment: Augment,
    batch_size: usize,
    seed: u64,
    shuffled: bool,
}

impl Loader {
    /// Shuffled batches of `batch_size` pictures, the last one of what is left, without
    /// augmentation.
    ///
    /// # Panics
    /// When `batch_size` is 0.
    #[must_use]
    pub fn new(
        pictures: Pictures,
        preprocessing: Preprocessing,
        batch_size: usize,
        seed: u64,
    ) -> Self {
        assert!(batch_size > 0, "a batch of 0 pictures");
        Self { pictures, preprocessing, augment: Augment::NONE, batch_size, seed, shuffled: true }
    }

    /// Changes pictures at random.
    #[must_use]
    pub fn augment(mut self, augment: Augment) -> Self {
        self.augment = augment;
        self
    }

    /// Keeps the order of the set: for evaluation.
    #[must_use]
    pub fn in_order(mut self) -> Self {
        self.shuffled = false;
        self
    }

    /// The set.
    #[must_use]
    pub fn pictures(&self) -> &Pictures {
        &self.pictures
    }

    /// How pictures become inputs.
    #[must_use]
    pub fn preprocessing(&self) -> &Preprocessing {
        &self.preprocessing
    }

    /// The largest number of pictures in a batch.
    #[must_use]
    pub fn batch_size(&self) -> usize {
        self.batch_size
    }

    /// Batches of an epoch.
    #[must_use]
    pub fn batches_per_epoch(&self) -> usize {
        self.pictures.len().div_ceil(self.batch_size)
    }

    /// The batches of an epoch, from the first.
    #[must_use]
    pub fn batches(&self, epoch: u64) -> Batches<'_> {
        let mut order: Vec<u32> = (0..self.pictures.len() as u32).collect();
        if self.shuffled {
            Draws::new(key(Purpose::Shuffle, self.seed, epoch, 0)).shuffle(&mut order);
        }
        Batches { loader: self, epoch, order, next: 0 }
    }
}

/// The batches of one epoch ([`Loader::batches`]).
#[derive(Clone, Debug)]
pub struct Batches<'a> {
    loader: &'a Loader,
    epoch: u64,
    order: Vec<u32>,
    next: usize,
}

impl Batches<'_> {
    /// Writes the next batch and gives its number of pictures n: `batch_size`, in the last
    /// batch what is left, after it 0. Allocates only small tables, for pictures that are resized.
    ///
    /// `images`: (n, 3, height, width), `labels`: (n); what lies after is left as it is.
    ///
    /// # Panics
    /// When `images` or `labels` is shorter than the batch.
    pub fn next_into(&mut self, images: &mut [f32], labels: &mut [u32]) -> usize {
        let Loader { pictures, preprocessing, augment, seed, .. } = self.loader;
        let batch = self.upcoming();
        let (n, input) = (batch.len(), preprocessing.len());
        assert!(
            images.len() >= n * input && labels.len() >= n,
            "{} elements and {} labels for a batch of {n} pictures of {input} elements",
            images.len(),
            labels.len(),
        );
        // An input of 0 elements has nothing to be written.
        let places = images.chunks_exact_mut(input.max(1));
        for ((&i, image), label) in batch.iter().zip(places).zip(labels) {
            let picture = pictures.picture(i as usize);
            if *augment == Augment::NONE {
                preprocessing.apply(picture, image);
            } else {
                let key = key(Purpose::Augment, *seed, self.epoch, i.into());
                preprocessing.apply_augmented(picture, *augment, key, image);
            }
            *label = pictures.label(i as usize);
        }
        self.next += n;
        n
    }

    /// The places in the set of the pictures of the next batch.
    #[must_use]
    pub fn upcoming(&self) -> &[u32] {
        let rest = &self.order[self.next..];
        &rest[..rest.len().min(self.loader.batch_size)]
    }

    /// Passes over batches without loading them: for a run that goes on in the middle of
    /// an epoch.
    #[must_use]
    pub fn skip(mut self, batches: usize) -> Self {
        let pictures = batches.saturating_mul(self.loader.batch_size);
        self.next = self.next.saturating_add(pictures).min(self.order.len());
        self
    }

    /// Batches that are left.
    #[must_use]
    pub fn remaining(&self) -> usize {
        (self.order.len() - self.next).div_ceil(self.loader.batch_size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{statistics, synthetic};
    use std::vec;

    fn epoch(loader: &Loader, epoch: u64) -> (Vec<f32>, Vec<u32>) {
        let input = loader.preprocessing().len();
        let mut images = vec![f32::NAN; loader.batch_size() * input];
        let mut labels = vec![u32::MAX; loader.batch_size()];
        let (mut all_images, mut all_labels) = (Vec::new(), Vec::new());
        let mut batches = loader.batches(epoch);
        let mut sizes = Vec::new();
        loop {
            assert_eq!(batches.remaining(), loader.batches_per_epoch() - sizes.len());
            match batches.next_into(&mut images, &mut labels) {
                0 => break,
                n => {
                    sizes.push(n);
                    all_images.extend_from_slice(&images[..n * input]);
                    all_labels.extend_from_slice(&labels[..n]);
                }
            }
        }
        assert_eq!(sizes.len(), loader.batches_per_epoch());
        assert!(sizes[..sizes.len() - 1].iter().all(|&n| n == loader.batch_size()));
        (all_images, all_labels)
    }

    fn loader(batch_size: usize, seed: u64) -> Loader {
        let set = synthetic::pictures(1, 50);
        let preprocessing = statistics(&set, 20, 24);
        Loader::new(set, preprocessing, batch_size, seed)
    }

    #[test]
    fn an_epoch_holds_every_picture_once() {
        let (images, labels) = epoch(&loader(16, 1), 0);
        assert_eq!(images.len(), 50 * 3 * 20 * 24);
        assert!(images.iter().all(|x| x.is_finite()));
        let (_, in_order) = epoch(&loader(16, 1).in_order(), 0);
        assert_ne!(labels, in_order);
        let sorted = |mut labels: Vec<u32>| {
            labels.sort_unstable();
            labels
        };
        assert_eq!(sorted(labels), sorted(in_order));
        let batches = loader(16, 1);
        let mut places = batches.batches(3).order;
        places.sort_unstable();
        assert_eq!(places, (0..50).collect::<Vec<_>>());
    }

    #[test]
    fn depends_on_seed_and_epoch_only() {
        let augment = Augment { shift: 3, flip: true, crop: 6 };
        let of = |batch_size, seed, e| epoch(&loader(batch_size, seed).augment(augment), e);
        assert!(of(16, 1, 2) == of(7, 1, 2), "the batch size changes nothing");
        assert!(of(16, 1, 2) != of(16, 1, 3));
        assert!(of(16, 1, 2) != of(16, 2, 2));
        // Not by the order alone: the changes differ too.
        let in_order = |seed, e| epoch(&loader(16, seed).augment(augment).in_order(), e);
        assert!(in_order(1, 2) == in_order(1, 2));
        assert!(in_order(1, 2) != in_order(1, 3));
        assert!(in_order(1, 2) != in_order(2, 2));
    }

    #[test]
    fn skipping_is_loading_unseen() {
        let loader = loader(16, 1).augment(Augment { shift: 2, flip: true, crop: 0 });
        let input = loader.preprocessing().len();
        let (images, labels) = epoch(&loader, 5);
        let (mut image, mut label) = (vec![0.0; 16 * input], vec![0; 16]);
        let mut rest = loader.batches(5).skip(3);
        assert_eq!(rest.remaining(), 1);
        assert_eq!(rest.next_into(&mut image, &mut label), 2);
        assert_eq!(image[..2 * input], images[48 * input..]);
        assert_eq!(label[..2], labels[48..]);
        assert_eq!(loader.batches(5).skip(usize::MAX).next_into(&mut image, &mut label), 0);
    }

    #[test]
    #[should_panic(expected = "for a batch of 16 pictures")]
    fn a_short_buffer_is_our_callers_bug() {
        let _ = loader(16, 1).batches(0).next_into(&mut [0.0; 8], &mut [0; 16]);
    }
}
