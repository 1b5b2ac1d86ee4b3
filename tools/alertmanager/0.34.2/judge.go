package main

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"text/template"
	"time"

	"github.com/prometheus/alertmanager/alert"
	"github.com/prometheus/alertmanager/config"
	"github.com/prometheus/alertmanager/dispatch"
	"github.com/prometheus/alertmanager/eventrecorder"
	"github.com/prometheus/alertmanager/featurecontrol"
	"github.com/prometheus/alertmanager/inhibit"
	"github.com/prometheus/alertmanager/matcher/compat"
	"github.com/prometheus/alertmanager/provider/mem"
	amtemplate "github.com/prometheus/alertmanager/template"
	"github.com/prometheus/alertmanager/timeinterval"
	metrics "github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/common/model"
)

// question asks about one of these: a configuration, with what becomes of alerts; a text of matchers; a template.
type question struct {
	Config string `json:"config"`
	// Alerts are routed, and inhibited by those that are firing.
	Alerts []model.LabelSet `json:"alerts"`
	Firing []model.LabelSet `json:"firing"`
	// Times are when the routes of alerts are looked at.
	Times    []time.Time `json:"times"`
	Matchers *string     `json:"matchers"`
	Template *string     `json:"template"`
}

type answer struct {
	Error    string    `json:"error,omitempty"`
	Alerts   []outcome `json:"alerts,omitempty"`
	Matchers []matcher `json:"matchers,omitempty"`
}

type matcher struct {
	Name  string `json:"name"`
	Type  string `json:"type"`
	Value string `json:"value"`
}

// outcome is what becomes of an alert.
type outcome struct {
	Inhibited bool      `json:"inhibited"`
	Routes    []arrival `json:"routes"`
}

type arrival struct {
	Receiver string         `json:"receiver"`
	Group    model.LabelSet `json:"group"`
	// Times in nanoseconds.
	GroupWait      int64 `json:"groupWait"`
	GroupInterval  int64 `json:"groupInterval"`
	RepeatInterval int64 `json:"repeatInterval"`
	// Muted says for each time whether the route is silent.
	Muted []bool `json:"muted"`
}

func answered(asked question) (result answer) {
	// Alertmanager breaks down over some configurations, which is a way to refuse them.
	defer func() {
		if reason := recover(); reason != nil {
			result = answer{Error: fmt.Sprint(reason)}
		}
	}()
	var err error
	switch {
	case asked.Matchers != nil:
		result.Matchers, err = parsed(*asked.Matchers)
	case asked.Template != nil:
		_, err = template.New("").Funcs(template.FuncMap(amtemplate.DefaultFuncs)).Parse(*asked.Template)
	default:
		result.Alerts, err = routed(asked)
	}
	if err != nil {
		return answer{Error: err.Error()}
	}
	return result
}

func parsed(text string) ([]matcher, error) {
	found, err := compat.Matchers(text, "config")
	matchers := []matcher{}
	for _, m := range found {
		matchers = append(matchers, matcher{m.Name, m.Type.String(), m.Value})
	}
	return matchers, err
}

func routed(asked question) ([]outcome, error) {
	loaded, err := config.Load(asked.Config)
	if err != nil {
		return nil, err
	}
	inhibitor, err := inhibitorOf(loaded, asked.Firing)
	if err != nil {
		return nil, err
	}
	defer inhibitor.Stop()
	intervals := map[string][]timeinterval.TimeInterval{}
	for _, interval := range loaded.MuteTimeIntervals {
		intervals[interval.Name] = interval.TimeIntervals
	}
	for _, interval := range loaded.TimeIntervals {
		intervals[interval.Name] = interval.TimeIntervals
	}
	intervener := timeinterval.NewIntervener(intervals)
	root := dispatch.NewRoute(loaded.Route, nil)
	outcomes := []outcome{}
	for _, labels := range asked.Alerts {
		result := outcome{Inhibited: inhibitor.Mutes(context.Background(), labels), Routes: []arrival{}}
		for _, route := range root.Match(labels) {
			found, err := arrivalAt(route, labels, intervener, asked.Times)
			if err != nil {
				return nil, err
			}
			result.Routes = append(result.Routes, found)
		}
		outcomes = append(outcomes, result)
	}
	return outcomes, nil
}

func inhibitorOf(loaded *config.Config, firing []model.LabelSet) (*inhibit.Inhibitor, error) {
	logger := slog.New(slog.DiscardHandler)
	alerts, err := mem.NewAlerts(context.Background(), time.Hour, 0, nil, logger, eventrecorder.NopRecorder(), metrics.NewRegistry(), featurecontrol.NoopFlags{})
	if err != nil {
		return nil, err
	}
	now := time.Now()
	for _, labels := range firing {
		given := alert.Alert{Alert: model.Alert{Labels: labels, StartsAt: now, EndsAt: now.Add(time.Hour)}, UpdatedAt: now}
		if err := alerts.Put(context.Background(), &given); err != nil {
			return nil, err
		}
	}
	inhibitor := inhibit.NewInhibitor(alerts, loaded.InhibitRules, logger, eventrecorder.NopRecorder())
	go inhibitor.Run()
	inhibitor.WaitForLoading()
	return inhibitor, nil
}

func arrivalAt(route *dispatch.Route, labels model.LabelSet, intervener *timeinterval.Intervener, times []time.Time) (arrival, error) {
	options := route.RouteOpts
	group := model.LabelSet{}
	for name, value := range labels {
		if _, ok := options.GroupBy[name]; ok || options.GroupByAll {
			group[name] = value
		}
	}
	muted := []bool{}
	for _, at := range times {
		silent, _, err := intervener.Mutes(options.MuteTimeIntervals, at)
		if err != nil {
			return arrival{}, err
		}
		if !silent && len(options.ActiveTimeIntervals) > 0 {
			active, _, err := intervener.Mutes(options.ActiveTimeIntervals, at)
			if err != nil {
				return arrival{}, err
			}
			silent = !active
		}
		muted = append(muted, silent)
	}
	return arrival{
		Receiver:       options.Receiver,
		Group:          group,
		GroupWait:      int64(options.GroupWait),
		GroupInterval:  int64(options.GroupInterval),
		RepeatInterval: int64(options.RepeatInterval),
		Muted:          slices.Clone(muted),
	}, nil
}
