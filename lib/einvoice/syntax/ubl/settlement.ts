const adjustment = (group: string, is: boolean, first: number) => `
${group} AllowanceCharge[ChargeIndicator=${is}]
  BT-${first + 6} AllowanceChargeReasonCode
  BT-${first + 5} AllowanceChargeReason
  BT-${first + 2} MultiplierFactorNumeric
  BT-${first} Amount
  BT-${first + 1} BaseAmount
  BT-${first + 3} TaxCategory/ID
  BT-${first + 3}-vat TaxCategory[TaxScheme/ID~VAT]/ID
  BT-${first + 4} TaxCategory/Percent
`

/** How an invoice is paid, and what it comes to, in UBL. */
export const MONEY = `
BT-83 PaymentMeans/PaymentID
BG-16 PaymentMeans
  BT-81 PaymentMeansCode
  BT-82 PaymentMeansCode/@name
  BT-83 PaymentID
  BT-9 PaymentDueDate
  BG-18 CardAccount
    BT-87 PrimaryAccountNumberID
    BT-88 HolderName
  BG-17 PayeeFinancialAccount
    BT-84 ID
    BT-85 Name
  BT-86 PayeeFinancialAccount/FinancialInstitutionBranch/ID
  BT-89 PaymentMandate/ID
  BT-91 PaymentMandate/PayerFinancialAccount/ID
${adjustment('BG-20', false, 92)}
${adjustment('BG-21', true, 99)}
BT-110 TaxTotal/TaxAmount
BG-TaxTotal TaxTotal
  BT-110 TaxAmount
  BT-117 TaxSubtotal/TaxAmount
  BG-23 TaxSubtotal
    BT-116 TaxableAmount
BG-23 TaxTotal/TaxSubtotal
  BT-116 TaxableAmount
  BT-117 TaxAmount
  BT-118 TaxCategory/ID
  BT-118-vat TaxCategory[TaxScheme/ID~VAT]/ID
  BT-119 TaxCategory/Percent
  BT-119-vat TaxCategory[TaxScheme/ID~VAT]/Percent
  BT-121 TaxCategory/TaxExemptionReasonCode
  BT-120 TaxCategory/TaxExemptionReason
BG-22 LegalMonetaryTotal
  BT-106 LineExtensionAmount
  BT-109 TaxExclusiveAmount
  BT-112 TaxInclusiveAmount
  BT-107 AllowanceTotalAmount
  BT-108 ChargeTotalAmount
  BT-113 PrepaidAmount
  BT-114 PayableRoundingAmount
  BT-115 PayableAmount
`
