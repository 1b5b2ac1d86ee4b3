package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/mydecisive/mdai-data-core/audit"
	"github.com/mydecisive/mdai-data-core/eventing"
	"github.com/mydecisive/mdai-data-core/eventing/config"
	"github.com/mydecisive/mdai-data-core/eventing/publisher"
	"github.com/mydecisive/mdai-data-core/kube"
	"github.com/prometheus/alertmanager/notify/webhook"
	"github.com/prometheus/alertmanager/template"
	"github.com/prometheus/common/model"
)

// gateway makes events of what it is told over HTTP.
type gateway struct {
	publisher   publisher.Publisher
	automations *kube.ConfigMapController
	manual      *kube.ConfigMapController
	log         *eventLog
	mutex       sync.Mutex
	// heard has the time of the last change of an alert, by its fingerprint.
	heard map[string]time.Time
}

func (g *gateway) routes() http.Handler {
	g.heard = map[string]time.Time{}
	routes := http.NewServeMux()
	routes.HandleFunc("POST /alerts/alertmanager", answering(http.StatusCreated, g.alerts))
	routes.HandleFunc("POST /variables/hub/{hub}/var/{variable}", answering(http.StatusCreated, g.request("add")))
	routes.HandleFunc("DELETE /variables/hub/{hub}/var/{variable}", answering(http.StatusOK, g.request("remove")))
	routes.HandleFunc("POST /replays/hub/{hub}/var/{variable}", answering(http.StatusCreated, g.ended))
	// What only tests ask: whether the automations of a hub are known, and what has happened.
	routes.HandleFunc("GET /hubs", answering(http.StatusOK, func(*http.Request) (any, error) {
		return g.automations.GetAllHubsToDataMap()
	}))
	routes.HandleFunc("GET /events", answering(http.StatusOK, func(*http.Request) (any, error) {
		events, isSettled := g.log.settled()
		return map[string]any{"settled": isSettled, "events": events}, nil
	}))
	return routes
}

func answering(status int, handle func(*http.Request) (any, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		answer, err := handle(r)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		_ = json.NewEncoder(w).Encode(answer)
	}
}

// alerts publishes the changes among the alerts of a notification of Alertmanager.
func (g *gateway) alerts(r *http.Request) (any, error) {
	var message webhook.Message
	decoder := json.NewDecoder(r.Body)
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&message); err != nil {
		return nil, err
	}
	published := 0
	for _, alert := range message.Alerts {
		if !g.isNews(alert) {
			continue
		}
		event, err := eventOf(alert)
		if err != nil {
			return nil, err
		}
		path := event.HubName + "." + config.SafeToken(alert.Fingerprint)
		if err := g.publisher.Publish(r.Context(), event, eventing.NewMdaiEventSubject(eventing.AlertEventType, path)); err != nil {
			return nil, err
		}
		published++
	}
	return map[string]int{"published": published, "skipped": len(message.Alerts) - published}, nil
}

func (g *gateway) isNews(alert template.Alert) bool {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	changed := changeOf(alert)
	if last, known := g.heard[alert.Fingerprint]; known && !changed.After(last) {
		return false
	}
	g.heard[alert.Fingerprint] = changed
	return true
}

func changeOf(alert template.Alert) time.Time {
	if alert.Status == string(model.AlertResolved) {
		return alert.EndsAt
	}
	return alert.StartsAt
}

func eventOf(alert template.Alert) (eventing.MdaiEvent, error) {
	payload, err := json.Marshal(struct {
		Labels      map[string]string `json:"labels"`
		Annotations map[string]string `json:"annotations,omitempty"`
		Status      string            `json:"status"`
		Value       string            `json:"value,omitempty"`
	}{alert.Labels, alert.Annotations, alert.Status, alert.Annotations[audit.CurrentValue]})
	if err != nil {
		return eventing.MdaiEvent{}, err
	}
	event := eventing.MdaiEvent{
		Name:          alert.Annotations[audit.AlertName] + "." + alert.Status,
		Source:        eventing.PrometheusAlertsEventSource,
		SourceID:      alert.Fingerprint,
		Timestamp:     changeOf(alert),
		HubName:       alert.Annotations[audit.HubName],
		Payload:       string(payload),
		CorrelationID: fmt.Sprintf("%d-%s", time.Now().UnixMilli(), alert.Fingerprint),
	}
	event.ApplyDefaults()
	return event, event.Validate()
}

// request publishes what somebody asks for a manual variable.
func (g *gateway) request(operation string) func(*http.Request) (any, error) {
	return func(r *http.Request) (any, error) {
		hub, variable := r.PathValue("hub"), r.PathValue("variable")
		hubs, err := g.manual.GetAllHubsToDataMap()
		if err != nil {
			return nil, err
		}
		kind, known := hubs[hub][variable]
		if !known {
			return nil, fmt.Errorf("the hub %q has no manual variable %q", hub, variable)
		}
		var body struct {
			Data json.RawMessage `json:"data"`
		}
		if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
			return nil, err
		}
		data, err := dataOf(kind, operation, body.Data)
		if err != nil {
			return nil, err
		}
		event, err := eventing.NewMdaiEvent(hub, variable, kind, operation, data)
		if err != nil {
			return nil, err
		}
		return event, g.publish(r, *event, variable)
	}
}

// ended publishes that a replay has ended. The real gateway hears of it by OpAMP; here the body is what it would set the
// status variable to.
func (g *gateway) ended(r *http.Request) (any, error) {
	var body struct {
		Data string `json:"data"`
	}
	if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
		return nil, err
	}
	event, err := eventing.NewMdaiEvent(r.PathValue("hub"), r.PathValue("variable"), "string", "add", body.Data)
	if err != nil {
		return nil, err
	}
	event.Name = "replay-complete"
	return event, g.publish(r, *event, r.PathValue("variable"))
}

func (g *gateway) publish(r *http.Request, event eventing.MdaiEvent, variable string) error {
	path := config.SafeToken(event.HubName) + "." + config.SafeToken(variable)
	return g.publisher.Publish(r.Context(), event, eventing.NewMdaiEventSubject(eventing.VarEventType, path))
}

// dataOf reads what is sent for a variable of a type: texts, a map of texts, or the text of a scalar.
func dataOf(kind, operation string, raw json.RawMessage) (any, error) {
	switch {
	case kind == "set", kind == "map" && operation == "remove":
		return read[[]string](raw)
	case kind == "map":
		return read[map[string]string](raw)
	case kind == "string":
		return read[string](raw)
	case kind == "int":
		number, err := read[int](raw)
		return strconv.Itoa(number), err
	case kind == "boolean":
		truth, err := read[bool](raw)
		return strconv.FormatBool(truth), err
	}
	return nil, errors.New("nobody can set a variable of the type " + kind)
}

func read[T any](raw json.RawMessage) (T, error) {
	var value T
	err := json.Unmarshal(raw, &value)
	return value, err
}
