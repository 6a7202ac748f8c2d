//! Passes are recorded: the first of its kind runs call by call, the second is captured as a graph, and from then on the graph is
//! launched. What changes from pass to pass lies in the device's memory: see `step`.

use std::collections::HashMap;

use nncore::device::{Clip, Pass, PassKind, UpdateRange};
use nncore::kernels::update::Update;

use crate::step::Factors;
use crate::{Arg, Cuda, CudaError, Graph};

/// Numbers of samples for which passes are recorded, at most: each graph takes memory. Others run call by call.
const MOST_GRAPHS: usize = 16;

/// What a device keeps with a workspace.
#[derive(Debug, Default)]
pub struct Memo {
    passes: HashMap<(PassKind, usize), Seen>,
    /// The factors of an update.
    pub(crate) factors: Option<Factors>,
    /// Whether the last pass was not waited for.
    pub(crate) was_deferred: bool,
    /// Whether calls are recorded.
    pub(crate) is_recording: bool,
    /// Whether a pass needs the host in between.
    pub(crate) is_unrecordable: bool,
}

impl Memo {
    fn graphs(&self) -> usize {
        self.passes.values().filter(|seen| seen.graph.is_some()).count()
    }
}

/// A kind of pass that ran for a number of samples, so that its kernels are there.
#[derive(Debug)]
struct Seen {
    fixed: Fixed,
    /// It, once it is recorded.
    graph: Option<Graph>,
}

/// What a recording holds as it was: where the memory of the pass lies, and its update.
#[derive(Debug, PartialEq)]
struct Fixed {
    addresses: [Arg; 14],
    update: Option<(Update, Clip, Vec<UpdateRange>)>,
}

impl Fixed {
    fn of(pass: &Pass<'_, Cuda>) -> Self {
        let call = pass.update.as_ref();
        let update = call.map(|call| (*call.rule, call.clip, call.ranges.to_vec()));
        Self { addresses: addresses(pass), update }
    }

    fn is_that_of(&self, pass: &Pass<'_, Cuda>) -> bool {
        let update = self.update.as_ref().map(|(rule, clip, ranges)| (rule, *clip, &ranges[..]));
        let call = pass.update.as_ref().map(|call| (call.rule, call.clip, call.ranges));
        update == call && self.addresses == addresses(pass)
    }
}

/// Where all memory of a pass lies, but for the factors, which are as many as the ranges.
fn addresses(pass: &Pass<'_, Cuda>) -> [Arg; 14] {
    let w = &*pass.workspace;
    let slots = pass.update.as_ref().map_or(&[][..], |call| call.slots);
    let slot = |i: usize| slots.get(i).map_or(Arg::Pointer(0), |slot| slot.arg(0));
    [
        w.input.arg(0),
        w.integers.arg(0),
        w.target.arg(0),
        w.labels.arg(0),
        w.arena.arg(0),
        w.index.arg(0),
        w.statistic.arg(0),
        w.gradients.arg(0),
        w.scratch.arg(0),
        pass.parameters.shared().arg(0),
        pass.kept.shared().arg(0),
        slot(0),
        slot(1),
        slot(2),
    ]
}

impl Cuda {
    /// Runs a pass: the first of its kind call by call, the second while it is recorded, and from then on what was
    /// recorded.
    pub(crate) fn record(
        &self,
        pass: &mut Pass<'_, Self>,
        kind: PassKind,
        mut f: impl FnMut(&mut Pass<'_, Self>),
    ) -> Result<(), CudaError> {
        self.write_state(pass)?;
        self.write_factors(pass)?;
        if self.profiler().is_on() {
            f(pass); // launch by launch
            return Ok(());
        }
        let key = (kind, pass.state.batch);
        let memo = &pass.workspace.memo;
        let seen = memo.passes.get(&key).filter(|seen| seen.fixed.is_that_of(pass));
        if let Some(Seen { graph: Some(graph), .. }) = seen {
            // SAFETY: it works on the buffers of this pass, whose addresses are those that were recorded, and on the
            // device's own; they outlive the stream's work, since dropping one waits for the device.
            return unsafe { graph.launch(self.stream()) };
        }
        let may_record = !memo.is_unrecordable && memo.graphs() < MOST_GRAPHS;
        if seen.is_some()
            && may_record
            && let Some(graph) = self.captured(pass, &mut f)?
        {
            // SAFETY: as above.
            unsafe { graph.launch(self.stream())? };
            let seen = Seen { fixed: Fixed::of(pass), graph: Some(graph) };
            pass.workspace.memo.passes.insert(key, seen);
            return Ok(());
        }
        // Also where somebody waited for the whole context meanwhile, which spoils a recording: nothing has run then.
        f(pass);
        if pass.fault.is_none() {
            let seen = Seen { fixed: Fixed::of(pass), graph: None };
            pass.workspace.memo.passes.insert(key, seen);
        }
        Ok(())
    }

    /// The calls of a pass as a graph; `None` where they could not be recorded.
    fn captured(
        &self,
        pass: &mut Pass<'_, Self>,
        f: &mut impl FnMut(&mut Pass<'_, Self>),
    ) -> Result<Option<Graph>, CudaError> {
        let (recorder, _recording) = self.recorder();
        pass.workspace.memo.is_recording = true;
        let graph = Graph::capture(recorder, || {
            f(pass);
            Ok(())
        });
        pass.workspace.memo.is_recording = false;
        match graph {
            Ok(graph) if pass.fault.is_none() => Ok(Some(graph)),
            _ => {
                pass.fault = None; // it comes again, if it was not the recording's
                Ok(None)
            }
        }
    }
}
