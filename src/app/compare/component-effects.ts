import { addEffects, type Effects, NO_EFFECTS, type RecipientEffects } from '../../analysis';
import { COMPONENTS } from '../../domain';

/** Effects on a component. */
export interface ComponentEffects extends Effects {
  readonly component: string;
}

/** Effects of the whole country by component. */
export function sumsByComponent(rows: readonly RecipientEffects[]): ComponentEffects[] {
  return COMPONENTS.flatMap((component) => {
    const own = rows.filter((row) => row.component === component);
    return own.length === 0 ? [] : [{ component, ...sumOfEffects(own) }];
  });
}

/** Effects on all rows. */
export function sumOfEffects(rows: readonly Effects[]): Effects {
  return rows.reduce<Effects>(addEffects, NO_EFFECTS);
}
