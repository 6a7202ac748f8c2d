//! What a linear model makes of the generated pictures: next to nothing.
#![cfg(feature = "data")]

use nncore::data::{self, Loader, Pictures, Preprocessing, synthetic};

const CLASSES: usize = 10;

/// Inputs and labels of a set; each input ends in a 1, for the bias.
fn inputs(set: &Pictures, preprocessing: Preprocessing) -> Vec<(Vec<f32>, usize)> {
    let n = preprocessing.len();
    let loader = Loader::new(set.clone(), preprocessing, 1, 1);
    let mut batches = loader.batches(0);
    let (mut image, mut label) = (vec![1.0; n + 1], [0]);
    let mut all = Vec::new();
    while batches.next_into(&mut image[..n], &mut label) > 0 {
        all.push((image.clone(), label[0] as usize));
    }
    all
}

fn logits(weight: &[Vec<f32>], input: &[f32]) -> [f32; CLASSES] {
    std::array::from_fn(|c| weight[c].iter().zip(input).map(|(w, x)| w * x).sum())
}

fn accuracy(weight: &[Vec<f32>], set: &[(Vec<f32>, usize)]) -> f64 {
    let right = set
        .iter()
        .filter(|(input, label)| nncore::metrics::argmax(&logits(weight, input)) == *label);
    right.count() as f64 / set.len() as f64
}

/// Softmax regression by plain gradient descent, a sample at a time.
fn train(set: &[(Vec<f32>, usize)], epochs: usize, learning_rate: f32) -> Vec<Vec<f32>> {
    let mut weight = vec![vec![0.0; set[0].0.len()]; CLASSES];
    for (input, label) in (0..epochs).flat_map(|_| set) {
        let logits = logits(&weight, input);
        let largest = logits.iter().copied().fold(f32::MIN, f32::max);
        let exp = logits.map(|x| (x - largest).exp());
        let sum: f32 = exp.iter().sum();
        for (c, row) in weight.iter_mut().enumerate() {
            let grad = exp[c] / sum - f32::from(u8::from(c == *label));
            row.iter_mut().zip(input).for_each(|(w, x)| *w -= learning_rate * grad * x);
        }
    }
    weight
}

#[test]
fn a_linear_model_fails() {
    let set = synthetic::data_set(1, 2000, 500);
    let preprocessing = data::statistics(&set.train, 14, 14);
    let (training, test) =
        (inputs(&set.train, preprocessing), inputs(&set.test.unwrap(), preprocessing));
    let weight = train(&training, 10, 0.001);
    let (seen, unseen) = (accuracy(&weight, &training), accuracy(&weight, &test));
    println!("softmax regression: training {seen:.3}, test {unseen:.3}");
    assert!(seen > 0.2, "it did learn something by heart: {seen}");
    assert!(unseen < 0.4, "far below the ConvNet: {unseen}");
}

#[test]
fn the_nearest_mean_fails() {
    let set = synthetic::data_set(1, 2000, 500);
    let preprocessing = data::statistics(&set.train, 28, 28);
    let (training, test) =
        (inputs(&set.train, preprocessing), inputs(&set.test.unwrap(), preprocessing));
    // |x - m|^2 is smallest where x·m - |m|^2 / 2 is largest; the bias holds the latter.
    let mut means = vec![vec![0.0; training[0].0.len()]; CLASSES];
    for (input, label) in &training {
        means[*label].iter_mut().zip(input).for_each(|(m, x)| *m += x / 200.0);
    }
    for mean in &mut means {
        mean.pop();
        let square: f32 = mean.iter().map(|m| m * m).sum();
        mean.push(-square / 2.0);
    }
    let found = accuracy(&means, &test);
    println!("nearest mean: test {found:.3}");
    assert!(found < 0.3, "{found}");
}
