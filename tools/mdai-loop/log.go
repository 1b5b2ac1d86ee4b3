package main

import (
	"context"
	"sync"

	"github.com/mydecisive/mdai-data-core/eventing"
	"github.com/mydecisive/mdai-data-core/eventing/publisher"
)

// handled is an event, and what became of it.
type handled struct {
	Name    string `json:"name"`
	Hub     string `json:"hub"`
	Source  string `json:"source"`
	Depth   int    `json:"depth"`
	Payload string `json:"payload"`
	// Automations that began with it; the last one failed where there is a Failure.
	Automations []string `json:"automations"`
	Failure     string   `json:"failure,omitempty"`
}

// eventLog knows what has happened, and whether something is still to happen.
type eventLog struct {
	mutex     sync.Mutex
	published int
	events    []handled
}

// handling hands an event to a function, and records what became of it.
func (l *eventLog) handling(
	ctx context.Context,
	handle func(context.Context, eventing.MdaiEvent) ([]string, error),
) eventing.HandlerInvoker {
	return func(event eventing.MdaiEvent) error {
		automations, err := handle(ctx, event)
		record := handled{
			Name: event.Name, Hub: event.HubName, Source: event.Source, Depth: event.RecursionDepth,
			Payload: event.Payload, Automations: automations,
		}
		if err != nil {
			record.Failure = err.Error()
		}
		l.mutex.Lock()
		defer l.mutex.Unlock()
		l.events = append(l.events, record)
		return err
	}
}

// settled returns all events, and whether each that was published has been handled.
func (l *eventLog) settled() ([]handled, bool) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return append([]handled{}, l.events...), l.published == len(l.events)
}

// countingPublisher counts what has been published.
type countingPublisher struct {
	publisher.Publisher
	log *eventLog
}

func (p *countingPublisher) Publish(ctx context.Context, event eventing.MdaiEvent, subject eventing.MdaiEventSubject) error {
	p.count(1)
	err := p.Publisher.Publish(ctx, event, subject)
	if err != nil {
		p.count(-1)
	}
	return err
}

func (p *countingPublisher) count(change int) {
	p.log.mutex.Lock()
	defer p.log.mutex.Unlock()
	p.log.published += change
}
