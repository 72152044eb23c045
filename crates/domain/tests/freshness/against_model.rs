//! The code against the naive model, over random worlds.

use lanmu_domain::freshness::attestations_in_a_row;
use proptest::prelude::*;

use super::model::{Model, Said};
use super::worlds::{any_rule, any_world};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn every_rule_says_what_the_model_says(world in any_world(any_rule().boxed())) {
        let judged = world.judged();
        let model = Model::new(&world, world.today);
        let said = model.says();
        let found: Vec<Said> = judged
            .by_rule
            .iter()
            .map(|rule| Said { status: rule.status, due: rule.due, event_id: rule.event_id })
            .collect();
        prop_assert_eq!(&found, &said);
        prop_assert_eq!((judged.status, judged.due), Model::together(&said));
        prop_assert_eq!(judged.last_updated_on, model.last_updated_on());
    }

    #[test]
    fn attestations_in_a_row_are_those_of_the_model(world in any_world(any_rule().boxed())) {
        prop_assert_eq!(
            attestations_in_a_row(&world.party, &world.facts(), world.today),
            Model::new(&world, world.today).attestations_in_a_row()
        );
    }
}
