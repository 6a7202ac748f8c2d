//! Integers come from the batch itself: no layer before this one makes them.

use super::*;

network! {
    struct Words;
    input t: [4] in 0..7;
    layer: Embedding(7 -> 3);
}

fn replay<T: Tested>() -> Result<(), Error> {
    let case = Case("embedding");
    let (y, d_y) = (case.values("y"), case.values("d_y"));
    let words = case.values("x").iter().map(|&x| x as u32).collect();
    let inputs = Batch::<Indices<4, 7>, T>::from_vec(words)?;
    let targets = Batch::<Matrix<4, 3>, T>::from_vec(cast(&targets_for(y, d_y)))?;
    let mut model = Model::<Words, _>::init(&T::device()?, Seed(1))?;
    let weight: Vec<T> = cast(case.values("param/weight"));
    model.set_tensor("layer.weight", &weight)?;
    let capacity = Capacity(inputs.len());
    let mut trainer = Trainer::new(&mut model, injecting(), Sgd::new(0.0), capacity)?;
    trainer.gradients_of(&inputs, &targets)?;
    assert_close(Op::Output, "embedding", trainer.output()?.items(), y);
    let gradient = trainer.gradient("layer.weight")?;
    let expected = case.values("grad/weight");
    assert_close(Op::GradientParameter, "embedding", &gradient, expected);
    drop(trainer);
    let mut predictor = Predictor::new(&model, capacity)?;
    assert_close(Op::Output, "embedding", predictor.run(&inputs)?.items(), y);
    Ok(())
}

#[test]
fn in_f64() -> Result<(), Error> {
    replay::<f64>()
}

#[test]
fn in_f32() -> Result<(), Error> {
    replay::<f32>()
}
