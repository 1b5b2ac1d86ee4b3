// Command promql prints what PromQL is in this release of Prometheus, or judges expressions by its parser.
package main

import (
	"cmp"
	"slices"

	"cdk8s-mdai/tools/promql/judge"
	"github.com/prometheus/prometheus/promql/parser"
)

func main() {
	judge.Main(language, answer)
}

func language() judge.Language {
	functions := []judge.Function{}
	for _, function := range parser.Functions {
		arguments := []string{}
		for _, argument := range function.ArgTypes {
			arguments = append(arguments, string(argument))
		}
		functions = append(functions, judge.Function{
			Name:         function.Name,
			Arguments:    arguments,
			Variadic:     function.Variadic,
			Returns:      string(function.ReturnType),
			Experimental: function.Experimental,
		})
	}
	aggregators, keywords := []judge.Aggregator{}, []judge.Keyword{}
	for item, word := range parser.ItemTypeStr {
		if word[0] < 'a' || word[0] > 'z' || len(word) == 1 {
			continue
		}
		keywords = append(keywords, judge.Keyword{
			Name:   word,
			Metric: answer(judge.Question{Expr: word}).OK,
			Label:  answer(judge.Question{Expr: "sum by (" + word + ") (a)"}).OK,
		})
		if item.IsAggregator() {
			aggregators = append(aggregators, judge.Aggregator{
				Name:         word,
				Parameter:    parameter(item),
				Experimental: item.IsExperimentalAggregator(),
			})
		}
	}
	slices.SortFunc(functions, func(a, b judge.Function) int { return cmp.Compare(a.Name, b.Name) })
	slices.SortFunc(aggregators, func(a, b judge.Aggregator) int { return cmp.Compare(a.Name, b.Name) })
	slices.SortFunc(keywords, func(a, b judge.Keyword) int { return cmp.Compare(a.Name, b.Name) })
	return judge.Language{Release: "3.15.0", Functions: functions, Aggregators: aggregators, Keywords: keywords}
}

func parameter(item parser.ItemType) string {
	switch {
	case item == parser.COUNT_VALUES:
		return string(parser.ValueTypeString)
	case item.IsAggregatorWithParam():
		return string(parser.ValueTypeScalar)
	}
	return ""
}

func answer(question judge.Question) judge.Verdict {
	expr, err := parser.NewParser(parser.Options{
		EnableExperimentalFunctions:  question.Has("promql-experimental-functions"),
		ExperimentalDurationExpr:     question.Has("promql-duration-expr"),
		EnableExtendedRangeSelectors: question.Has("promql-extended-range-selectors"),
		EnableBinopFillModifiers:     question.Has("promql-binop-fill-modifiers"),
	}).ParseExpr(question.Expr)
	if err != nil {
		return judge.Verdict{Error: err.Error()}
	}
	return judge.Verdict{OK: true, Type: string(expr.Type()), Canonical: expr.String()}
}
