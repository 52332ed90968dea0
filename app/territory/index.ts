/** The territorial digital project of an EPCI: steps, action sheets, indicators, evaluations. */
export { provisionTerritory, type TerritoryPeople } from './provision.js'
