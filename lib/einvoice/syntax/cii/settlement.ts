const SETTLEMENT = 'SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement'

const adjustment = (group: string, way: string, is: boolean, first: number) => `
${group} ${way}SpecifiedTradeAllowanceCharge[ChargeIndicator/Indicator=${is}]
  BT-${first + 2} CalculationPercent
  BT-${first + 1} BasisAmount
  BT-${first} ActualAmount
  BT-${first + 6} ReasonCode
  BT-${first + 5} Reason
  BT-${first + 3} CategoryTradeTax/CategoryCode
  BT-${first + 3}-vat CategoryTradeTax[TypeCode~VAT]/CategoryCode
  BT-${first + 4} CategoryTradeTax/RateApplicablePercent
`

/** How an invoice is paid, and what it comes to, in CII. */
export const MONEY = `
BG-16 ${SETTLEMENT}/SpecifiedTradeSettlementPaymentMeans
  BT-81 TypeCode
  BT-82 Information
  BG-18 ApplicableTradeSettlementFinancialCard
    BT-87 ID
    BT-88 CardholderName
  BT-91 PayerPartyDebtorFinancialAccount/IBANID
  BG-17 PayeePartyCreditorFinancialAccount
    BT-84 IBANID | ProprietaryID
    BT-85 AccountName
  BT-86 PayeeSpecifiedCreditorFinancialInstitution/BICID
BG-23 ${SETTLEMENT}/ApplicableTradeTax
  BT-117 CalculatedAmount
  BT-118-vat .[TypeCode~VAT]/CategoryCode
  BT-120 ExemptionReason
  BT-116 BasisAmount
  BT-118 CategoryCode
  BT-121 ExemptionReasonCode
  BT-119 RateApplicablePercent
  BT-119-vat .[TypeCode~VAT]/RateApplicablePercent
BG-14 ${SETTLEMENT}/BillingSpecifiedPeriod
  BT-73 StartDateTime/DateTimeString
  BT-74 EndDateTime/DateTimeString
${adjustment('BG-20', `${SETTLEMENT}/`, false, 92)}
${adjustment('BG-21', `${SETTLEMENT}/`, true, 99)}
BG-22 ${SETTLEMENT}/SpecifiedTradeSettlementHeaderMonetarySummation
  BT-106 LineTotalAmount
  BT-108 ChargeTotalAmount
  BT-107 AllowanceTotalAmount
  BT-109 TaxBasisTotalAmount
  BT-110 TaxTotalAmount
  BT-114 RoundingAmount
  BT-112 GrandTotalAmount
  BT-113 TotalPrepaidAmount
  BT-115 DuePayableAmount
`
