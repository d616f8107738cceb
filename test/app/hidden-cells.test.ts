import fc from 'fast-check';
import { hiddenCells } from '../../src/app/report/hidden-cells';
import type { ComponentFigures } from '../../src/app/report/recipient-figures';
import { COMPONENTS, type Component } from '../../src/domain';

/** Recipients with persons of two components: in the year, in the term, in the term before. */
const PARTS = COMPONENTS.slice(0, 2);

function figuresOf(persons: readonly (readonly number[])[]): Map<string, Map<Component, ComponentFigures>> {
  return new Map(
    persons.map((counts, place) => [
      String(1001 + place),
      new Map(
        PARTS.map((component, part) => {
          const count = counts[part] ?? 0;
          const lines = (size: number) => ({
            sumNok: size * 1000,
            persons: new Set(Array.from({ length: Math.min(size, 10) }, (_, person) => place * 100 + person)),
          });
          return [
            component,
            { component, persons: count, annualNok: count * 1000, now: lines(counts[part + 2] ?? 0), last: lines(0) },
          ] as const;
        }),
      ),
    ]),
  );
}

const COUNTS = fc.array(fc.array(fc.nat({ max: 12 }), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 12 });

test('nothing of one to four persons is shown', () => {
  fc.assert(
    fc.property(COUNTS, (counts) => {
      const figures = figuresOf(counts);
      const hidden = hiddenCells(figures);
      for (const [recipient, own] of figures) {
        for (const [component, { persons, now }] of own) {
          const isSmall = [persons, now.persons.size].some((count) => count > 0 && count < 5);
          if (isSmall) expect(hidden.has(recipient, component)).toBe(true);
        }
      }
    }),
  );
});

test('what is hidden of a component is that of three or more with ten persons together, or all of it', () => {
  fc.assert(
    fc.property(COUNTS, (counts) => {
      const figures = figuresOf(counts);
      const hidden = hiddenCells(figures);
      for (const component of PARTS) {
        const somebody = [...figures].flatMap(([recipient, own]) => {
          const cell = own.get(component);
          const persons = Math.max(cell?.persons ?? 0, cell?.now.persons.size ?? 0);
          return persons === 0 ? [] : [{ recipient, persons }];
        });
        const left = somebody.filter(({ recipient }) => hidden.has(recipient, component));
        const isEnough = left.length >= 3 && left.reduce((sum, { persons }) => sum + persons, 0) >= 10;
        expect(left.length === 0 || isEnough || left.length === somebody.length).toBe(true);
      }
    }),
  );
});

test('a sum of a recipient is hidden with any part of it', () => {
  fc.assert(
    fc.property(COUNTS, (counts) => {
      const figures = figuresOf(counts);
      const hidden = hiddenCells(figures);
      for (const recipient of figures.keys()) {
        expect(hidden.hasTotal(recipient)).toBe(PARTS.some((component) => hidden.has(recipient, component)));
      }
    }),
  );
});

test('a component whose country stands together with another hides cells, so that the rest does not add up to it', () => {
  fc.assert(
    fc.property(COUNTS, (counts) => {
      const figures = figuresOf(counts);
      const hidden = hiddenCells(figures, undefined, new Set());
      for (const component of PARTS) {
        const somebody = [...figures].filter(([, own]) => {
          const cell = own.get(component);
          return (cell?.persons ?? 0) + (cell?.now.persons.size ?? 0) > 0;
        });
        const left = somebody.filter(([recipient]) => hidden.has(recipient, component));
        expect(left.length).toBeGreaterThanOrEqual(Math.min(3, somebody.length));
      }
    }),
  );
});
