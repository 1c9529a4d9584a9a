// Independent repayment plans, written from the published formulas and sharing nothing with the engine:
// rate/12 half-up with the last row absorbing, and one annuity over unequal periods at 19 significant digits.
// Usage: independent <china|unequal> <periods> <repetitions>; prints "<nanoseconds per plan> <total interest> <last row>".
package main

import (
	"fmt"
	"math/big"
	"os"
	"strconv"
	"time"
)

const principal = int64(100_000_000)
const rateBps = int64(435)

type row struct {
	due                          time.Time
	principal, interest, balance int64
}

var start = time.Date(2026, 1, 15, 0, 0, 0, 0, time.UTC)

func dueDate(k int) time.Time { return time.Date(2026, time.Month(1+k), 15, 0, 0, 0, 0, time.UTC) }

func halfUp(num, den *big.Int) *big.Int {
	twice := new(big.Int).Add(new(big.Int).Lsh(num, 1), den)
	return twice.Quo(twice, new(big.Int).Lsh(den, 1))
}

func china(n int) []row {
	unit := big.NewInt(120_000)
	grown := new(big.Int).Exp(big.NewInt(120_000+rateBps), big.NewInt(int64(n)), nil)
	flat := new(big.Int).Exp(unit, big.NewInt(int64(n)), nil)
	num := new(big.Int).Mul(grown, big.NewInt(principal*rateBps))
	den := new(big.Int).Mul(new(big.Int).Sub(grown, flat), unit)
	instalment := halfUp(num, den).Int64()
	rows := make([]row, n)
	balance := principal
	for k := 0; k < n; k++ {
		interest := (2*balance*rateBps + 120_000) / 240_000
		part := instalment - interest
		if k == n-1 {
			part = balance
		}
		balance -= part
		rows[k] = row{dueDate(k + 1), part, interest, balance}
	}
	return rows
}

type sig struct {
	units *big.Int
	scale int
}

var tens = func() []*big.Int {
	all := make([]*big.Int, 90)
	for i := range all {
		all[i] = new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(i)), nil)
	}
	return all
}()

func digits(x *big.Int) int {
	d := int(float64(x.BitLen()) * 0.30102999566)
	for x.CmpAbs(tens[d]) >= 0 {
		d++
	}
	return d
}

func even(num, den *big.Int) *big.Int {
	q, r := new(big.Int).QuoRem(num, den, new(big.Int))
	c := new(big.Int).Lsh(r, 1).Cmp(den)
	if c > 0 || (c == 0 && q.Bit(0) == 1) {
		q.Add(q, tens[0])
	}
	return q
}

func round19(units *big.Int, scale int) sig {
	d := digits(units)
	if d <= 19 {
		return sig{units, scale}
	}
	q := even(units, tens[d-19])
	if q.Cmp(tens[19]) == 0 {
		return sig{new(big.Int).Set(tens[18]), scale - (d - 19) - 1}
	}
	return sig{q, scale - (d - 19)}
}

func mul(a, b sig) sig { return round19(new(big.Int).Mul(a.units, b.units), a.scale+b.scale) }

func add(a, b sig) sig {
	if a.scale < b.scale {
		a, b = b, a
	}
	lifted := new(big.Int).Mul(b.units, tens[a.scale-b.scale])
	return round19(lifted.Add(lifted, a.units), a.scale)
}

func div(a, b sig) sig {
	shift := 20 + digits(b.units) - digits(a.units)
	if shift < 0 {
		shift = 0
	}
	top := new(big.Int).Mul(a.units, tens[shift])
	d := digits(new(big.Int).Quo(top, b.units))
	if d > 19 {
		return round19(even(top, new(big.Int).Mul(b.units, tens[d-19])), shift-(d-19)+a.scale-b.scale)
	}
	return sig{even(top, b.units), shift + a.scale - b.scale}
}

func whole(x int64) sig { return sig{big.NewInt(x), 0} }

func cents(x sig) int64 {
	if x.scale <= 2 {
		return new(big.Int).Mul(x.units, tens[2-x.scale]).Int64()
	}
	return even(x.units, tens[x.scale-2]).Int64()
}

func leap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

func yearDays(y int) int64 {
	if leap(y) {
		return 366
	}
	return 365
}

func factor(from, to time.Time) sig {
	rate := sig{big.NewInt(rateBps), 4}
	sum := whole(0)
	for from.Before(to) {
		year := from.AddDate(0, 0, 1).Year()
		end := time.Date(year, 12, 31, 0, 0, 0, 0, time.UTC)
		if end.After(to) {
			end = to
		}
		days := int64(end.Sub(from).Hours()) / 24
		sum = add(sum, div(mul(rate, whole(days)), whole(yearDays(year))))
		from = end
	}
	return sum
}

func lay(n int, instalment int64, factors []sig, days []int64, due []time.Time) []row {
	rows := make([]row, n)
	balance := principal
	for k := 0; k < n; k++ {
		perDay := div(mul(sig{big.NewInt(balance), 2}, factors[k]), whole(days[k]))
		interest := cents(mul(perDay, whole(days[k])))
		part := instalment - interest
		if k == n-1 {
			part = balance
		}
		balance -= part
		rows[k] = row{due[k], part, interest, balance}
	}
	return rows
}

func gap(rows []row, instalment int64) int64 {
	last := rows[len(rows)-1]
	return last.principal + last.interest - instalment
}

func abs(x int64) int64 {
	if x < 0 {
		return -x
	}
	return x
}

func unequal(n int) []row {
	factors, days, due := make([]sig, n), make([]int64, n), make([]time.Time, n)
	from := start
	product, sum := whole(1), whole(0)
	for k := 0; k < n; k++ {
		due[k] = dueDate(k + 1)
		days[k] = int64(due[k].Sub(from).Hours()) / 24
		factors[k] = factor(from, due[k])
		growth := add(whole(1), factors[k])
		product = mul(product, growth)
		sum = add(whole(1), mul(sum, growth))
		from = due[k]
	}
	instalment := cents(div(mul(sig{big.NewInt(principal), 2}, product), sum))
	rows := lay(n, instalment, factors, days, due)
	for round := 0; round < 3 && abs(gap(rows, instalment)) > int64(n/2); round++ {
		g := gap(rows, instalment)
		share := even(big.NewInt(abs(g)), big.NewInt(int64(n))).Int64()
		if g < 0 {
			share = -share
		}
		trial := lay(n, instalment+share, factors, days, due)
		if share == 0 || abs(gap(trial, instalment+share)) >= abs(g) {
			break
		}
		instalment, rows = instalment+share, trial
	}
	return rows
}

func main() {
	n, _ := strconv.Atoi(os.Args[2])
	times, _ := strconv.Atoi(os.Args[3])
	plan := china
	if os.Args[1] == "unequal" {
		plan = unequal
	}
	rows := plan(n)
	began := time.Now()
	for i := 0; i < times; i++ {
		rows = plan(n)
	}
	elapsed := time.Since(began).Nanoseconds() / int64(times)
	interest := int64(0)
	for _, r := range rows {
		interest += r.interest
	}
	last := rows[n-1]
	fmt.Println(elapsed, interest, last.principal+last.interest)
}
