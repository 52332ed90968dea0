export const DOCUMENTS = Number(process.env.GED_DOCUMENTS ?? 200_000)
export const TENANTS = 2_000
/** The last member holds a tenth of everything, as a large EPCI does. */
export const LARGEST = TENANTS - 1
