package health.reprieve.booking.course.web;

import health.reprieve.access.Actor;
import health.reprieve.access.PatientId;
import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.appointment.Openings;
import health.reprieve.booking.patient.Patient;
import health.reprieve.booking.patient.Patients;
import health.reprieve.booking.web.RequestRefused;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** For whom a course is begun: patients for themselves, staff for somebody who was here before. */
@Component
class WhoIsTreated {

    private final Patients patients;
    private final Openings openings;

    WhoIsTreated(Patients patients, Openings openings) {
        this.patients = patients;
        this.openings = openings;
    }

    /** @throws BookingRefused.PatientUnknown through the Mono, when staff name nobody we know */
    Mono<Patient> of(Actor actor, CourseForm form) {
        if (actor instanceof Actor.Patient patient) {
            return form.name() == null && form.language() == null
                    ? patients.find(patient).switchIfEmpty(Mono.error(() -> RequestRefused.missing("name")))
                    : named(patient, form);
        }
        return form.patientId() == null
                ? Mono.error(RequestRefused.missing("patientId"))
                : patients.find(actor, new PatientId(form.patientId()))
                        .switchIfEmpty(Mono.error(BookingRefused.PatientUnknown::new));
    }

    private Mono<Patient> named(Actor.Patient actor, CourseForm form) {
        var name = form.name();
        var language = form.language();
        if (name == null || language == null) {
            return Mono.error(RequestRefused.missing(name == null ? "name" : "language"));
        }
        return openings.clinic(form.clinic())
                .map(clinic -> new Patient(actor.id(), name, actor.email(), language, clinic.zone()));
    }
}
