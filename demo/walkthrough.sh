#!/usr/bin/env bash
# One loan by hand, from the form to the last repayment, with nothing but curl. Needs `npm start` running beside it.
set -euo pipefail
API=${API:-http://127.0.0.1:8080}
SANDBOX=${SANDBOX:-http://127.0.0.1:7400}

field() { node -pe "JSON.parse(require('fs').readFileSync(0, 'utf8')).$1"; }
key() { echo "Idempotency-Key: walk-$(date +%s%N)"; }
token() { curl -sf "$API/dev/token" -H 'content-type: application/json' -d "$1" | field access_token; }
post() { curl -sf "$API$1" -H "authorization: Bearer $2" -H 'content-type: application/json' -H "$(key)" -d "$3"; }
get() { curl -sf "$API$1" -H "authorization: Bearer $2"; }
until_stage() {
  for _ in $(seq 1 100); do
    [ "$(get "/v1/applications/$APP" "$APPLICANT" | field stage)" = "$1" ] && return
    sleep 0.2
  done
  echo "the application did not reach $1" >&2
  exit 1
}

if ! curl -sf -o /dev/null "$API/readyz"; then
  echo "no Loanflow answers at $API: run \`npm start\` beside this, or set API" >&2
  exit 1
fi

APPLICANT=$(token "{\"role\": \"applicant\", \"user\": \"walk-$(date +%s)\"}")
OPERATOR=$(token '{"role": "operator"}')
AUDITOR=$(token '{"role": "auditor"}')

echo '1. A test clock: twelve months will pass in seconds'
CLOCK=$(post /v1/test-clocks "$OPERATOR" '{"name": "walk-through", "now": "2026-03-02T02:00:00.000Z"}' | field id)

echo '2. Apply: an invented person with a good record (docs/sandbox.md lists the others)'
PERSON=$(node --import tsx --input-type=commonjs -e "
  const { person } = require('./sandbox/people/people');
  console.log(JSON.stringify(person({ n: Date.now() % 9000, scenario: 'prime' })))")
CONSENTS=$(get /v1/products/instant_small/consent-texts "$APPLICANT" | node -pe "
  JSON.stringify(JSON.parse(require('fs').readFileSync(0, 'utf8')).data
    .map(({ code, version, hashes }) => ({ code, version, textHash: hashes.zh })))")
FILE=$(printf '%%PDF-1.4 a scan' | base64)
APPLICATION=$(PERSON=$PERSON CONSENTS=$CONSENTS FILE=$FILE CLOCK=$CLOCK node -pe '
  const { name, idNo, phone, cardNo } = JSON.parse(process.env.PERSON);
  const scan = (kind) => ({ kind, contentType: "application/pdf", contentBase64: process.env.FILE });
  JSON.stringify({
    productCode: "instant_small", amountMinor: "1000000", termMonths: 12, purpose: "daily",
    clockId: process.env.CLOCK,
    customer: { kind: "person", name, idNo, phone },
    declared: {
      kind: "person", employment: "employed", jobMonths: 60, monthlyIncomeMinor: "6000000",
      monthlyDebtMinor: "1500000", education: "bachelor", housing: "own", marital: "married",
      dependants: 1, residenceProvince: "11",
    },
    payoutAccount: { cardNo, holderName: name },
    documents: [scan("id_card_front"), scan("id_card_back")],
    consents: JSON.parse(process.env.CONSENTS),
  })')
APP=$(post /v1/applications "$APPLICANT" "$APPLICATION" | field id)
echo "   $APP"

echo '3. Pre-screen, sources, decision and contract take a second; then the offer waits for a signature'
until_stage OFFER
CONTRACT=$(get "/v1/applications/$APP" "$APPLICANT" | field contractId)
get "/v1/contracts/$CONTRACT" "$APPLICANT" | node -pe "
  const { shown, rateBps, number } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
  '   contract ' + number + ', ' + rateBps / 100 + ' % a year, annualised total cost ' + shown.annualCostPercent + ' %'"

echo '4. Sign with the one-time code that arrives as a text message'
post "/v1/contracts/$CONTRACT/confirmation-codes" "$APPLICANT" '{}' >/dev/null
PHONE=$(PERSON=$PERSON node -pe 'JSON.parse(process.env.PERSON).phone')
for _ in $(seq 1 50); do
  CODE=$(curl -sf "$SANDBOX/inbox/messages?to=$PHONE" | node -pe "
    const { data } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
    (data.find((message) => message.templateCode === 'one-time-code')?.body.match(/\d{6}/) ?? [''])[0]")
  [ -n "$CODE" ] && break
  sleep 0.2
done
HASH=$(get "/v1/contracts/$CONTRACT" "$APPLICANT" | field documentSha256)
post "/v1/contracts/$CONTRACT/sign" "$APPLICANT" "{\"code\": \"$CODE\", \"documentSha256\": \"$HASH\"}" >/dev/null

echo '5. The bank pays out; the loan is in repayment'
until_stage REPAYING
LOAN=$(get "/v1/applications/$APP" "$APPLICANT" | field loanId)
echo "   $LOAN"

echo '6. A year passes: reminders, debits, settlement certificate'
post "/v1/test-clocks/$CLOCK/advance" "$OPERATOR" '{"to": "2027-03-20T02:00:00.000Z"}' >/dev/null
while [ "$(get "/v1/test-clocks/$CLOCK" "$OPERATOR" | field status)" != ready ]; do sleep 0.5; done

get "/v1/loans/$LOAN" "$APPLICANT" | node -pe "
  const { status, paid } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
  '   ' + status + ': paid principal ' + paid.principal / 100 + ', interest ' + paid.interest / 100"
echo '7. The ledger balances'
get "/v1/ledger/trial-balance?clockId=$CLOCK" "$AUDITOR" | node -e "
  const { balanced, debitMinor, creditMinor } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
  console.log('   debit ' + debitMinor / 100 + (balanced ? ' = ' : ' IS NOT ') + 'credit ' + creditMinor / 100);
  process.exit(balanced ? 0 : 1)"
