import type { Edge } from 'edge.js'
import { complianceNow } from '#web/notices'
import { accentUrl } from '#lib/colour/accent'
import type { DateTime } from 'luxon'
import * as french from '#lib/french/french'
import { toTheSecond } from '#lib/french/to_the_second'
import { accountPages } from './account_menu.js'
import { fieldId, fieldState, formErrors } from './form_fields.js'
import { icon } from './icons.js'
import { linkedData } from './linked_data.js'
import { pagerLinks } from './pager.js'
import { rehearsal } from './rehearsal/state.js'
import { stateShape } from './state_shapes.js'

/**
 * What every view may say without asking its controller: icons, French dates and figures, the
 * address of a collectivité's colours. `now` is the kernel's clock, so that tests may stop it.
 */
export function addViewGlobals(edge: Edge, now: () => french.Moment): void {
  edge.global('complianceNow', complianceNow)
  edge.global('accountPages', accountPages)
  edge.global('rehearsal', rehearsal)
  edge.global('svgIcon', icon)
  edge.global('stateShape', stateShape)
  edge.global('accentUrl', accentUrl)
  edge.global('fieldId', fieldId)
  edge.global('fieldState', fieldState)
  edge.global('formErrors', formErrors)
  edge.global('linkedData', linkedData)
  edge.global('pagerLinks', pagerLinks)
  edge.global('fr', {
    ...french,
    relative: (moment: french.Moment) => french.relative(moment, now()),
    relativeDay: (moment: french.Moment) => french.relativeDay(moment, now()),
    toTheSecond: (at: DateTime, zone: string, thousandths = false) =>
      toTheSecond(at.setZone(zone), thousandths ? '.SSS' : ''),
    iso: (moment: french.Moment) =>
      typeof moment === 'string' ? moment : new Date(+moment).toISOString(),
  })
}
