package main

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/mydecisive/mdai-data-core/eventing"
)

type block = map[string]any

func markdown(text string) block { return block{"type": "mrkdwn", "text": text} }

// slackBody is what the event hub tells Slack of an alert. Of the values, it knows `message`, `labels_val_ref_primary`,
// `link_text` and `link_url`.
func slackBody(event eventing.MdaiEvent, values map[string]string) (string, error) {
	var payload struct {
		Labels map[string]string `json:"labels"`
		Status *string           `json:"status"`
	}
	if err := json.Unmarshal([]byte(event.Payload), &payload); err != nil {
		return "", err
	}
	if payload.Labels == nil || payload.Status == nil {
		return "", errors.New("the event is not that of an alert")
	}
	message := values["message"]
	if message == "" {
		message = fmt.Sprintf("MDAI Hub Event - %s - %s", event.HubName, event.Name)
	}
	field := func(name, value string) block { return markdown(fmt.Sprintf("*%s* - %s", name, value)) }
	label := func(name string) block {
		value, known := payload.Labels[name]
		if !known {
			value = "Unknown"
		}
		return field(name, value)
	}
	fields := []block{field("Alert timestamp", event.Timestamp.String())}
	if name, given := values["labels_val_ref_primary"]; given {
		fields = append(fields, label(name))
	}
	fields = append(fields, label("alertname"), field("status", *payload.Status))
	blocks := []block{
		{"type": "section", "text": markdown("*" + message + "*")},
		{"type": "section", "fields": fields},
	}
	if url := values["link_url"]; url != "" {
		text, given := values["link_text"]
		if !given {
			text = "See more"
		}
		button := block{
			"type": "button", "style": "primary", "url": url,
			"text": block{"type": "plain_text", "text": text},
		}
		blocks = append(blocks, block{"type": "actions", "elements": []block{button}})
	}
	body, err := json.Marshal(block{"text": message, "blocks": blocks})
	return string(body), err
}
