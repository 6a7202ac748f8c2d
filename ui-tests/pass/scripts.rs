//! Names in scripts without case: of types, constants, inputs, layers, values, sizes and views.
#![deny(warnings)]
#![allow(mixed_script_confusables)]
use nncore::prelude::*;

network! {
    struct 塊;
    const 幅: usize = 4;
    input: [幅];
    層: Linear(幅 -> 幅);
}

network! {
    struct רשת<גודל: Dim>;
    input: [גודל];
    שכבה: Linear(גודל -> גודל);
}

network! {
    struct 網;
    input 入力: [4];
    input ผล: [4];
    層1: Linear(4 -> 4);
    列: [塊; 2];
    塊1: 塊;
    שכבה: רשת<nncore::dim::D<4>>;
    fn forward(x, ผล) {
        let 値 = relu(層1(x)) + ผล;
        let 出力 = שכבה(塊1(列(値)));
        (出力, 値)
    }
    train: 層1, 塊1;
    view 特徴: 値;
    loss: MeanSquaredError(出力);
}

network! {
    struct 鎖;
    input: [4];
    一: Linear(4 -> 4);
    二: Relu;
    三: LayerNorm;
    train: 一, 三;
    loss: MeanSquaredError;
}

fn main() -> Result<(), nncore::Error> {
    assert_eq!(網::TENSORS[0].name, "層1.weight");
    let model = Model::<網, _>::init(&Cpu::new()?, Seed(1))?;
    let _: Batch<Vector<4>> =
        Predictor::<特徴, _>::for_view(&model, Capacity(1))?.run((&Batch::zeros(1), &Batch::zeros(1)))?;
    assert_eq!(鎖::PARAMETERS + 塊::幅, 20 + 8 + 4);
    Ok(())
}
