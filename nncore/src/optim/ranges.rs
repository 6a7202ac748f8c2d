//! Which parameters an optimizer with groups updates alike.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::Settings;
use super::group::{Group, matches, matches_any, nearest};
use crate::Error;
use crate::device::UpdateRange;
use crate::tensor::TensorInfo;

impl Settings {
    /// The `parameters` of a network with these tensors, as ranges that are updated alike, in their order: one,
    /// when all are.
    ///
    /// # Errors
    /// When a pattern matches no tensor that is trained.
    pub fn ranges(
        &self,
        tensors: &[TensorInfo],
        parameters: usize,
    ) -> Result<Vec<UpdateRange>, Error> {
        self.check_patterns(tensors)?;
        let mut ranges: Vec<UpdateRange> = Vec::new();
        // In the order of their places, of which no two are the same. There are few; sorting is thousands of bytes of
        // code.
        let trained = |t: &&TensorInfo| !t.is_kept() && !t.shape.is_empty();
        let behind = |end| {
            let rest = tensors.iter().filter(trained).filter(|t| t.offset >= end);
            rest.min_by_key(|t| t.offset)
        };
        let mut next = behind(0);
        while let Some(tensor) = next {
            next = behind(tensor.offset + 1);
            let Group { learning_rate, mut weight_decay } = self.group_of(tensor.name);
            if self.decay_weights_only && !tensor.role.is_weight() {
                weight_decay = 0.0;
            }
            match ranges.last_mut() {
                Some(last)
                    if last.learning_rate == learning_rate && last.weight_decay == weight_decay => {
                }
                last => {
                    // The room after a tensor belongs to the tensor before it.
                    let start = last.map_or(0, |last| {
                        last.elements.end = tensor.offset;
                        tensor.offset
                    });
                    let elements = start..parameters;
                    ranges.push(UpdateRange { elements, learning_rate, weight_decay });
                }
            }
        }
        Ok(ranges)
    }

    fn group_of(&self, name: &str) -> Group {
        let group = self.groups.iter().find(|(pattern, _)| matches(pattern, name));
        group.map_or(Group::new(), |(_, group)| *group)
    }

    fn check_patterns(&self, tensors: &[TensorInfo]) -> Result<(), Error> {
        for (pattern, _) in &self.groups {
            if !matches_any(pattern, tensors) {
                let nearest = nearest(pattern, tensors);
                return Err(Error::Group { pattern: pattern.to_string(), nearest });
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
