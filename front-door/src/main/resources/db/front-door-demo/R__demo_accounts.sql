-- Whom one can sign in as in the demo. Everybody else becomes a patient when they first sign in.
INSERT INTO account (id, email, work, therapist_id, created_at)
VALUES
    ('acc00000-0000-4000-8000-000000000001', 'dana.ortiz@demo.reprieve.example',   'therapist', '7c2f1b9e-7a55-4a1c-9a44-000000000001', now()),
    ('acc00000-0000-4000-8000-000000000002', 'samuel.reed@demo.reprieve.example',  'therapist', '7c2f1b9e-7a55-4a1c-9a44-000000000002', now()),
    ('acc00000-0000-4000-8000-000000000003', 'mei.lin@demo.reprieve.example',      'therapist', '7c2f1b9e-7a55-4a1c-9a44-000000000003', now()),
    ('acc00000-0000-4000-8000-000000000004', 'luis.herrera@demo.reprieve.example', 'therapist', '7c2f1b9e-7a55-4a1c-9a44-000000000004', now()),
    ('acc00000-0000-4000-8000-000000000005', 'grace.miller@demo.reprieve.example', 'therapist', '7c2f1b9e-7a55-4a1c-9a44-000000000005', now()),
    ('acc00000-0000-4000-8000-000000000006', 'tom.baker@demo.reprieve.example',    'therapist', '7c2f1b9e-7a55-4a1c-9a44-000000000006', now()),
    ('acc00000-0000-4000-8000-000000000007', 'ana.silva@demo.reprieve.example',    'therapist', '7c2f1b9e-7a55-4a1c-9a44-000000000007', now()),
    ('acc00000-0000-4000-8000-000000000011', 'manager@demo.reprieve.example',      'manager',    NULL, now()),
    ('acc00000-0000-4000-8000-000000000012', 'desk@demo.reprieve.example',         'front-desk', NULL, now()),
    ('acc00000-0000-4000-8000-000000000013', 'operator@demo.reprieve.example',     'operator',   NULL, now())
ON CONFLICT DO NOTHING;
