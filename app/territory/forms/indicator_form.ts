import { indicatorField } from '../models/define_indicator.js'
import type Fiche from '../models/fiche.js'
import type Indicator from '../models/indicator.js'
import { tellIndicator } from '../rules/parts/indicator_definition.js'
import {
  type TypedIndicator,
  blankIndicator,
  typedIndicator,
} from '../rules/parts/typed_indicator.js'
import type { Form } from './form.js'
import { lastRevision } from './part_form.js'

/** The form on how an indicator is counted; without one, on the next to be followed. */
export function indicatorForm(fiche: Fiche, indicator: Indicator | null): Form<TypedIndicator> {
  const measure = indicator?.toMeasure()
  return {
    key: indicator ? `indicateur:${indicator.id}` : `fiche:${fiche.id}:nouvel-indicateur`,
    blank: blankIndicator,
    stored: measure ? typedIndicator(measure) : blankIndicator,
    lastChange: async () =>
      indicator && lastRevision(fiche.id, indicatorField(indicator.id), tellIndicator(measure!)),
  }
}
