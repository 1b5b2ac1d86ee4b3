package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/mydecisive/mdai-data-core/eventing"
	"github.com/mydecisive/mdai-data-core/eventing/rule"
	"github.com/mydecisive/mdai-data-core/eventing/triggers"
	"github.com/mydecisive/mdai-data-core/handlers"
	"github.com/mydecisive/mdai-data-core/interpolation"
	"github.com/mydecisive/mdai-data-core/kube"
	mdai "github.com/mydecisive/mdai-operator/api/v1"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/kubernetes"
)

// eventHub runs what follows from events.
type eventHub struct {
	automations *kube.ConfigMapController
	cluster     kubernetes.Interface
	objects     dynamic.Interface
	commands    *handlers.HandlerAdapter
	texts       *interpolation.Engine
	hops        int
}

// react runs the automations that begin with an event, in the order of their names, and returns which. The first command
// that fails ends all.
func (h *eventHub) react(ctx context.Context, event eventing.MdaiEvent) ([]string, error) {
	configMap, err := h.automations.GetConfigMapByHubName(event.HubName)
	if err != nil {
		return nil, err
	}
	occasion, err := occasionOf(event)
	if err != nil {
		return nil, err
	}
	var begun []rule.Rule
	for _, key := range slices.Sorted(maps.Keys(configMap.Data)) {
		var automation rule.Rule
		if err := json.Unmarshal([]byte(configMap.Data[key]), &automation); err != nil {
			return nil, err
		}
		if automation.Trigger.Match(occasion) {
			begun = append(begun, automation)
		}
	}
	if len(begun) > 0 && event.RecursionDepth >= h.hops {
		return nil, fmt.Errorf("the hop limit is %d", h.hops)
	}
	var ran []string
	for _, automation := range begun {
		ran = append(ran, automation.Name)
		for _, command := range automation.Commands {
			if err := h.run(ctx, event, configMap.Namespace, command); err != nil {
				return ran, fmt.Errorf("%s: %w", command.Type, err)
			}
		}
	}
	return ran, nil
}

// occasionOf is what automations compare with.
func occasionOf(event eventing.MdaiEvent) (triggers.Context, error) {
	if event.Source == eventing.PrometheusAlertsEventSource {
		name, status, _ := strings.Cut(event.Name, ".")
		return triggers.Context{Alert: &triggers.AlertCtx{Name: name, Status: status}}, nil
	}
	var payload eventing.VariablesActionPayload
	if err := json.Unmarshal([]byte(event.Payload), &payload); err != nil {
		return triggers.Context{}, err
	}
	return triggers.Context{Variable: &triggers.VariableCtx{Name: payload.VariableRef, UpdateType: payload.Operation}}, nil
}

func (h *eventHub) run(ctx context.Context, event eventing.MdaiEvent, namespace string, command rule.Command) error {
	hub, correlation, depth := event.HubName, event.CorrelationID, event.RecursionDepth+1
	switch command.Type {
	case rule.CmdVarSetAdd, rule.CmdVarSetRemove:
		inputs, err := decode[mdai.SetAction](command.Inputs)
		if err != nil {
			return err
		}
		value, err := h.text(inputs.Value, event)
		if err != nil {
			return err
		}
		if command.Type == rule.CmdVarSetAdd {
			return h.commands.AddElementToSet(ctx, inputs.Set, hub, value, correlation, depth)
		}
		return h.commands.RemoveElementFromSet(ctx, inputs.Set, hub, value, correlation, depth)
	case rule.CmdVarScalarUpdate:
		inputs, err := decode[mdai.ScalarAction](command.Inputs)
		if err != nil {
			return err
		}
		value, err := h.text(inputs.Value, event)
		if err != nil {
			return err
		}
		return h.commands.SetStringValue(ctx, inputs.Scalar, hub, value, correlation, depth)
	case rule.CmdVarMapAdd, rule.CmdVarMapRemove:
		inputs, err := decode[mdai.MapAction](command.Inputs)
		if err != nil {
			return err
		}
		key, err := h.text(inputs.Key, event)
		if err != nil {
			return err
		}
		if command.Type == rule.CmdVarMapRemove {
			return h.commands.RemoveMapEntry(ctx, inputs.Map, hub, key, correlation, depth)
		}
		if inputs.Value == nil {
			return errors.New("the entry has no value")
		}
		value, err := h.text(*inputs.Value, event)
		if err != nil {
			return err
		}
		return h.commands.SetMapEntry(ctx, inputs.Map, hub, key, value, correlation, depth)
	case rule.CmdWebhookCall:
		inputs, err := decode[mdai.CallWebhookAction](command.Inputs)
		if err != nil {
			return err
		}
		return h.call(ctx, event, namespace, inputs)
	case rule.CmdDeployReplay:
		inputs, err := decode[mdai.DeployReplayAction](command.Inputs)
		if err != nil {
			return err
		}
		return h.deploy(ctx, event, namespace, inputs)
	case rule.CmdCleanUpReplay:
		return h.cleanUp(ctx, event, namespace)
	default:
		return errors.New("there is no such command")
	}
}

// text replaces the placeholders of a value; nothing may be set to a blank one.
func (h *eventHub) text(value string, event eventing.MdaiEvent) (string, error) {
	text := h.texts.Interpolate(value, &event)
	if strings.TrimSpace(text) == "" {
		return "", fmt.Errorf("%q is blank", value)
	}
	return text, nil
}

func decode[T any](inputs json.RawMessage) (T, error) {
	var value T
	decoder := json.NewDecoder(bytes.NewReader(inputs))
	decoder.DisallowUnknownFields()
	err := decoder.Decode(&value)
	return value, err
}

// set does what somebody asked for a manual variable.
func (h *eventHub) set(ctx context.Context, event eventing.MdaiEvent) ([]string, error) {
	var payload struct {
		VariableRef, DataType, Operation string
		Data                             json.RawMessage
	}
	if err := json.Unmarshal([]byte(event.Payload), &payload); err != nil {
		return nil, err
	}
	change := func(value string) error {
		depth := event.RecursionDepth + 1
		switch payload.DataType + " " + payload.Operation {
		case "set add":
			return h.commands.AddElementToSet(ctx, payload.VariableRef, event.HubName, value, event.CorrelationID, depth)
		case "set remove":
			return h.commands.RemoveElementFromSet(ctx, payload.VariableRef, event.HubName, value, event.CorrelationID, depth)
		case "map remove":
			return h.commands.RemoveMapEntry(ctx, payload.VariableRef, event.HubName, value, event.CorrelationID, depth)
		default:
			return h.commands.SetStringValue(ctx, payload.VariableRef, event.HubName, value, event.CorrelationID, depth)
		}
	}
	switch {
	case payload.DataType == "map" && payload.Operation == "add":
		entries, err := read[map[string]string](payload.Data)
		if err != nil {
			return nil, err
		}
		for _, key := range slices.Sorted(maps.Keys(entries)) {
			depth := event.RecursionDepth + 1
			if err := h.commands.SetMapEntry(ctx, payload.VariableRef, event.HubName, key, entries[key], event.CorrelationID, depth); err != nil {
				return nil, err
			}
		}
		return nil, nil
	case payload.DataType == "set", payload.DataType == "map":
		values, err := read[[]string](payload.Data)
		if err != nil {
			return nil, err
		}
		for _, value := range values {
			if err := change(value); err != nil {
				return nil, err
			}
		}
		return nil, nil
	default:
		value, err := read[string](payload.Data)
		if err != nil {
			return nil, err
		}
		if payload.Operation == "remove" {
			// What is removed is empty from then on, and not gone.
			value = ""
		}
		return nil, change(value)
	}
}
