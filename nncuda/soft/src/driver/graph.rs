//! Graphs.

use std::ffi::c_char;
use std::sync::Arc;

use super::api::{Answer, Out, api};
use super::codes::{INVALID_HANDLE, INVALID_VALUE};
use super::object::{Graph, Handle, Object, Work};
use super::state::{State, enter, stream_handle};
use super::work::submit;

impl State {
    fn executable(&self, h: Handle) -> Answer<Graph> {
        match self.objects.get(&h) {
            Some(Object::Executable(g)) => Ok(g.clone()),
            _ => Err(INVALID_HANDLE),
        }
    }
}

fn instantiate(out: Out<Handle>, graph: Handle) -> Answer {
    let mut s = enter()?;
    let g = s.graph(graph)?.clone();
    if out.is_null() {
        return Err(INVALID_VALUE);
    }
    let h = s.add(Object::Executable(g));
    out.set(h)
}

api! {
    fn cuGraphCreate(out: Out<Handle>, flags: u32) {
        let mut s = enter()?;
        if flags != 0 || out.is_null() {
            return Err(INVALID_VALUE);
        }
        let h = s.add(Object::Graph(Graph::default()));
        out.set(h)
    }

    fn cuGraphDestroy(graph: Handle) {
        enter()?.remove_graph(graph).map(drop)
    }

    fn cuGraphGetNodes(graph: Handle, nodes: Out<Handle>, count: Out<usize>) {
        let s = enter()?;
        let n = s.graph(graph)?.nodes.len();
        if !nodes.is_null() {
            // The nodes cannot be used, so each is the graph's handle with its number.
            for i in 0..n {
                nodes.at(i).set(graph * 0x1000 + i + 1)?;
            }
        }
        count.set(n)
    }

    fn cuGraphInstantiateWithFlags(out: Out<Handle>, graph: Handle, _flags: u64) {
        instantiate(out, graph)
    }

    fn cuGraphInstantiate_v2(out: Out<Handle>, graph: Handle, _node: Out<Handle>, _log: Out<c_char>, _size: usize) {
        instantiate(out, graph)
    }

    fn cuGraphUpload(executable: Handle, stream: Handle) {
        let s = enter()?;
        s.stream(stream_handle(stream))?;
        s.executable(executable).map(drop)
    }

    fn cuGraphLaunch(executable: Handle, stream: Handle) {
        let mut s = enter()?;
        s.stream(stream_handle(stream))?;
        let g = s.executable(executable)?;
        s.counters.graph_launches += 1;
        drop(s);
        submit(stream, Work::Graph(Arc::clone(&g.nodes)))
    }

    fn cuGraphExecDestroy(executable: Handle) {
        let mut s = enter()?;
        s.executable(executable)?;
        s.objects.remove(&executable);
        Ok(())
    }
}
